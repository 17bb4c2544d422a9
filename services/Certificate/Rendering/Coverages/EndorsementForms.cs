using Portal.Contracts;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>
/// Standard endorsements (ISO and NCCI form numbers) by what they give a holder. A certificate can't add to a policy,
/// so it states only what one of these on the policy itself gives.
/// </summary>
internal static class EndorsementForms
{
    private static readonly string[] AdditionalInsured =
    [
        "CG 20 10", "CG 20 11", "CG 20 12", "CG 20 15", "CG 20 18", "CG 20 26", "CG 20 28", "CG 20 33", "CG 20 37", "CG 20 38", "CA 20 48",
    ];

    private static readonly string[] WaiverOfSubrogation = ["CG 24 04", "CA 04 44", "WC 00 03 13", "WC 04 03 06", "WC 42 03 04"];

    private static readonly string[] PrimaryNoncontributory = ["CG 20 01", "CA 04 49"];

    public static IReadOnlyList<string> ForAdditionalInsured(PolicySnapshot policy) => On(policy, AdditionalInsured);

    public static IReadOnlyList<string> ForWaiverOfSubrogation(PolicySnapshot policy) => On(policy, WaiverOfSubrogation);

    public static IReadOnlyList<string> ForPrimaryNoncontributory(PolicySnapshot policy) => On(policy, PrimaryNoncontributory);

    /// <summary>The policy's endorsements among the given forms; an edition date behind the number, as in CG 20 10 04 13, is no other form.</summary>
    private static IReadOnlyList<string> On(PolicySnapshot policy, string[] forms) =>
        [.. policy.Endorsements.Where(endorsement => forms.Any(form => endorsement.StartsWith(form, StringComparison.OrdinalIgnoreCase)))];
}
