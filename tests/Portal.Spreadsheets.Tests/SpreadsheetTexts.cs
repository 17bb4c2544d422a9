using FsCheck;
using FsCheck.Fluent;

namespace Portal.Spreadsheets.Tests;

/// <summary>
/// Texts made of the characters that matter in a spreadsheet, which texts at random hardly ever bring together.
/// </summary>
internal static class SpreadsheetTexts
{
    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\v", "\f",
        "\u0085", "\u2028",
        "\u2029", " ", "a", "1", "\U0001F600",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    public static Arbitrary<string> One() =>
        Arb.From(Text, text => Enumerable.Range(0, text.Length).Select(place => text.Remove(place, 1)));

    /// <summary>Two rows of two cells.</summary>
    public static Arbitrary<string[][]> Rows() => Text.ArrayOf(2).ArrayOf(2).ToArbitrary();
}
