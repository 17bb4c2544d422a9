using System.Globalization;
using System.Text;

namespace Portal.Policies.Domain;

/// <summary>Text as people mean it, whatever their keyboard: lower case, without accents.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD).Select(char.ToLowerInvariant))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Unaccented(character));
            }
        }

        return folded.ToString();
    }

    // Letters that Unicode does not take apart into a base letter and a mark.
    private static string Unaccented(char letter) => letter switch
    {
        'æ' => "ae",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ŧ' => "t",
        'þ' => "th",
        _ => letter.ToString(),
    };
}
