using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Portal.Policies.Domain;

/// <summary>Text as people mean it, whatever their keyboard: lower case, without accents.</summary>
/// <remarks>
/// The process runs without a machine's culture data, where the framework's own normalization leaves accents alone; so
/// the Latin letters of Unicode's blocks Latin-1 Supplement and Latin Extended-A are named here.
/// </remarks>
internal static class Folding
{
    private static readonly FrozenDictionary<char, string> Plain = new[]
    {
        ("a", "àáâãäåāăą"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"), ("ij", "ĳ"), ("j", "ĵ"), ("k", "ķĸ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏő"),
        ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšſ"), ("ss", "ß"), ("t", "ţťŧ"), ("th", "þ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"),
        ("y", "ýÿŷ"), ("z", "źżž"),
    }
    .SelectMany(row => row.Item2.Select(accented => KeyValuePair.Create(accented, row.Item1)))
    .ToFrozenDictionary();

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Select(char.ToLowerInvariant))
        {
            if (Plain.TryGetValue(character, out var plain))
            {
                folded.Append(plain);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(character);
            }
        }

        return folded.ToString();
    }
}
