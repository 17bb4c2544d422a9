namespace Portal.Certificates.Rendering.Coverages;

/// <summary>An insurer of a certificate under the letter that its policies refer to.</summary>
internal sealed record Insurer(string Letter, string Name, string Naic)
{
    /// <summary>Letters that the certificate's first page has lines for: A to F.</summary>
    public const int FirstPageCount = 6;

    /// <summary>A to Z, then AA, AB and so on.</summary>
    public static string LetterOf(int index) => index < 26
        ? ((char)('A' + index)).ToString()
        : LetterOf((index / 26) - 1) + LetterOf(index % 26);
}
