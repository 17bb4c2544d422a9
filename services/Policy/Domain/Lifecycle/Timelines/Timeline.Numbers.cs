using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <content>Whose numbers a policy bears, and on which days.</content>
internal sealed partial class Timeline
{
    /// <summary>
    /// Whether the policy bears a term's number of the same insurer on some of the term's days: two would cover the
    /// same.
    /// </summary>
    public bool UsesNumberOf(TermFacts other) => TermsOnBooks.Any(
        term => term.Facts.Number == other.Number && IsOneInsurer(term.Facts, other)
            && Cover().Any(span => span.Meets(other.Effective, other.Expiration)
                && span.Meets(term.Effective, term.Expiration)));

    // A number is an insurer's own; where the company code is not known the name tells insurers apart.
    private static bool IsOneInsurer(TermFacts one, TermFacts other) =>
        one.Naic is not null && other.Naic is not null
            ? one.Naic == other.Naic
            : string.Equals(one.Carrier, other.Carrier, StringComparison.OrdinalIgnoreCase);
}
