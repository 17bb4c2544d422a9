using System.Text;

namespace Portal.Identity.Domain.Audit;

/// <summary>
/// Texts as the database gives them back. What callers send ends up in the trail, and one character that PostgreSQL
/// refuses (U+0000, half of a surrogate pair) would keep an act out of it.
/// </summary>
internal static class AuditText
{
    private const int Longest = 1000;

    public static AuditFact Storable(AuditFact fact) => fact with
    {
        ActorId = Storable(fact.ActorId),
        ActorName = Storable(fact.ActorName),
        ActorRole = Storable(fact.ActorRole),
        OnBehalfOf = Storable(fact.OnBehalfOf),
        Action = Storable(fact.Action)!,
        Target = Storable(fact.Target)!,
        Detail = Storable(fact.Detail),
        From = Storable(fact.From),
    };

    private static string? Storable(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            kept.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return kept.ToString();
    }
}
