namespace Portal.Web.Formats;

/// <summary>Codes as people type and paste them.</summary>
internal static class CodeText
{
    private static readonly char[] Dashes = ['-', '‐', '‑', '–'];

    /// <summary>
    /// The code without the blanks and hyphens that mails and phones put between its digits; null without any.
    /// </summary>
    public static string? Read(string? typed)
    {
        var code = string.Concat(
            (typed ?? "").Where(character => !char.IsWhiteSpace(character) && !Dashes.Contains(character)));
        return code.Length == 0 ? null : code;
    }
}
