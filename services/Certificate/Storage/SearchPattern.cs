namespace Portal.Certificates.Storage;

/// <summary>Patterns for a search in upper-cased columns that take what a person types literally.</summary>
internal static class SearchPattern
{
    /// <summary>Character that takes the meaning from a wildcard.</summary>
    public const string Escape = "\\";

    /// <summary>Matches what contains the text, whatever the case.</summary>
    public static string Containing(string text)
    {
        var literal = text.Trim().ToUpperInvariant()
            .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
