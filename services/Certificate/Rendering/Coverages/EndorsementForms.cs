using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>
/// A policy's endorsements by what they give a holder. A certificate can't add to a policy, so it states only what one
/// of these on the policy itself gives.
/// </summary>
internal static class EndorsementForms
{
    public static IReadOnlyList<string> ForAdditionalInsured(PolicySnapshot policy) =>
        On(policy, HolderGrant.AdditionalInsured);

    public static IReadOnlyList<string> ForWaiverOfSubrogation(PolicySnapshot policy) =>
        On(policy, HolderGrant.WaiverOfSubrogation);

    public static IReadOnlyList<string> ForPrimaryNoncontributory(PolicySnapshot policy) =>
        On(policy, HolderGrant.PrimaryNoncontributory);

    private static IReadOnlyList<string> On(PolicySnapshot policy, HolderGrant grant) =>
        [.. policy.Endorsements.Where(endorsement => EndorsementForm.Find(endorsement)?.Grant == grant)];
}
