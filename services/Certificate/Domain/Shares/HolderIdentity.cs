using System.Text;
using Portal.Insurance;

namespace Portal.Certificates.Domain.Shares;

/// <summary>
/// Recognises a holder however it is written: case, accents, punctuation, blanks and the usual abbreviations of an
/// address (USPS Publication 28, Appendix C) don't make another one.
/// </summary>
public static class HolderIdentity
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["avenue"] = "ave",
        ["av"] = "ave",
        ["boulevard"] = "blvd",
        ["building"] = "bldg",
        ["center"] = "ctr",
        ["circle"] = "cir",
        ["court"] = "ct",
        ["drive"] = "dr",
        ["east"] = "e",
        ["expressway"] = "expy",
        ["floor"] = "fl",
        ["freeway"] = "fwy",
        ["highway"] = "hwy",
        ["lane"] = "ln",
        ["north"] = "n",
        ["parkway"] = "pkwy",
        ["place"] = "pl",
        ["plaza"] = "plz",
        ["road"] = "rd",
        ["room"] = "rm",
        ["south"] = "s",
        ["square"] = "sq",
        ["street"] = "st",
        ["suite"] = "ste",
        ["terrace"] = "ter",
        ["turnpike"] = "tpke",
        ["west"] = "w",
    };

    /// <summary>Key that two spellings of one holder share: name, street and five digits of the ZIP code.</summary>
    public static string KeyOf(HolderDetails holder)
    {
        var zip = holder.Address.Zip.Length > 5 ? holder.Address.Zip[..5] : holder.Address.Zip;
        var name = Plain(holder.Name, " ").Replace(" ", "", StringComparison.Ordinal);
        return $"{name}|{Street(holder.Address.Street)}|{zip}";
    }

    private static string Street(string street) => string.Join(' ', Plain(street, " ")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Abbreviations.GetValueOrDefault(word, word)));

    // Apostrophes and full stops vanish (O'BRIEN, L.L.C.); any other punctuation divides words.
    private static string Plain(string text, string divider)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in TextFolding.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(rune);
            }
            else if (!IsSilent(rune))
            {
                plain.Append(divider);
            }
        }

        return plain.ToString();
    }

    private static bool IsSilent(Rune rune) => rune.Value is '.' or '\'';
}
