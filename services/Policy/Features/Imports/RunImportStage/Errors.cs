using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>
/// The row begins when or after the current term ends: a renewal, which an import must not make unseen.
/// </summary>
internal sealed record ImportIsNoRenewal : RuleViolation
{
    public ImportIsNoRenewal(PolicyId policy, PolicyTerm current)
        : base(
            "import-is-no-renewal",
            $"This would renew policy {current.Number}, whose term runs from {current.Effective:O} to "
            + $"{current.Expiration:O}, and an import sends no certificates; renew it by POST "
            + $"/api/v1/policies/{policy}/renewals.")
    {
        Field = nameof(PolicyTerm.Effective);
    }
}

internal sealed record TermNotOnRecord : RuleViolation
{
    public TermNotOnRecord(PolicyTerm current)
        : base(
            "term-not-on-record",
            $"The policy's current term begins on {current.Effective:O} and no earlier one on this day is on record; "
            + "an import corrects only the current term, so give its dates or take the row out.")
    {
        Field = nameof(PolicyTerm.Effective);
    }
}

internal sealed record TermIsPast : RuleViolation
{
    public TermIsPast(PolicyTerm current)
        : base(
            "term-is-past",
            $"This term was followed by the one from {current.Effective:O}, and a past term is no longer changed; "
            + "give the current term's dates or take the row out.")
    {
        Field = nameof(PolicyTerm.Effective);
    }
}
