using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>Those whom a policy concerns besides its insured.</summary>
/// <param name="Line">Line of the policy.</param>
/// <param name="Holders">Certificate holders of the insured, in their order.</param>
/// <param name="HasFederalFiling">Whether a motor carrier's insurance is filed with the FMCSA (49 CFR 387).</param>
internal sealed record Audience(PolicyLine Line, IReadOnlyList<HolderOnPolicy> Holders, bool HasFederalFiling)
{
    public const string FirstNamedInsured = "firstNamedInsured";
    public const string WorkersCompensationBoard = "workersCompensationBoard";
    public const string Fmcsa = "FMCSA";

    /// <summary>Holders whose certificate shows the policy.</summary>
    public IEnumerable<string> Shown => Holders.Where(holder => holder.Shown).Select(holder => holder.Id);

    /// <summary>Those of them who get a certificate of each renewal unasked.</summary>
    public IEnumerable<string> Renewed =>
        Holders.Where(holder => holder is { Shown: true, ReceivesRenewals: true }).Select(holder => holder.Id);

    /// <summary>Whom the insurer owes notice when the policy is ended by a party.</summary>
    public IReadOnlyList<string> OwedNotice(EndingParty by) =>
    [
        .. by == EndingParty.Insured ? [] : new[] { FirstNamedInsured },
        .. Holders.Where(holder => IsOwedNotice(holder, by)).Select(holder => holder.Id),
        .. Line == PolicyLine.WorkersCompensation ? new[] { WorkersCompensationBoard } : [],
        .. Line == PolicyLine.Auto && HasFederalFiling ? new[] { Fmcsa } : [],
    ];

    /// <summary>Holders who see the policy on their certificate, without those named.</summary>
    public IReadOnlyList<string> ShownExcept(IEnumerable<string> named) => [.. Shown.Except(named)];

    private bool IsOwedNotice(HolderOnPolicy holder, EndingParty by) =>
        (holder.GetsNotice && by == EndingParty.Insurer)
        || (holder is { Shown: true, Role: not HolderRole.CertificateHolder }
            && by != EndingParty.Insured
            && Line is (PolicyLine.Property or PolicyLine.InlandMarine));
}
