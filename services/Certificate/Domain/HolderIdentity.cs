using System.Globalization;
using System.Text;

namespace Portal.Certificates.Domain;

/// <summary>
/// Recognises a holder however it is written: case, accents, punctuation, blanks and the usual abbreviations of an
/// address (USPS Publication 28, Appendix C) don't make another one.
/// </summary>
public static class HolderIdentity
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["AVENUE"] = "AVE",
        ["AV"] = "AVE",
        ["BOULEVARD"] = "BLVD",
        ["BUILDING"] = "BLDG",
        ["CENTER"] = "CTR",
        ["CIRCLE"] = "CIR",
        ["COURT"] = "CT",
        ["DRIVE"] = "DR",
        ["EAST"] = "E",
        ["EXPRESSWAY"] = "EXPY",
        ["FLOOR"] = "FL",
        ["FREEWAY"] = "FWY",
        ["HIGHWAY"] = "HWY",
        ["LANE"] = "LN",
        ["NORTH"] = "N",
        ["PARKWAY"] = "PKWY",
        ["PLACE"] = "PL",
        ["PLAZA"] = "PLZ",
        ["ROAD"] = "RD",
        ["ROOM"] = "RM",
        ["SOUTH"] = "S",
        ["SQUARE"] = "SQ",
        ["STREET"] = "ST",
        ["SUITE"] = "STE",
        ["TERRACE"] = "TER",
        ["TURNPIKE"] = "TPKE",
        ["WEST"] = "W",
    };

    /// <summary>Key that two spellings of one holder share: name, street and five digits of the ZIP code.</summary>
    public static string KeyOf(HolderDetails holder)
    {
        var zip = holder.Address.Zip.Length > 5 ? holder.Address.Zip[..5] : holder.Address.Zip;
        return $"{Plain(holder.Name, " ").Replace(" ", "", StringComparison.Ordinal)}|{Street(holder.Address.Street)}|{zip}";
    }

    private static string Street(string street) => string.Join(' ', Plain(street, " ")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Abbreviations.GetValueOrDefault(word, word)));

    // Apostrophes and full stops vanish (O'BRIEN, L.L.C.); any other punctuation divides words.
    private static string Plain(string text, string divider)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Unaccented(Rune.ToUpperInvariant(rune)));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && !IsSilent(rune))
            {
                plain.Append(divider);
            }
        }

        return plain.ToString();
    }

    private static bool IsSilent(Rune rune) => rune.Value is '.' or '\'' or '\u2019';

    // Letters that Unicode does not take apart into a base letter and a mark.
    private static string Unaccented(Rune rune) => rune.Value switch
    {
        'Ø' => "O",
        'Ł' => "L",
        'Æ' => "AE",
        'Œ' => "OE",
        'Đ' => "D",
        'ß' or 'ẞ' => "SS",
        _ => rune.ToString(),
    };
}
