using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>One amount of a policy in US dollars with the words it goes by.</summary>
internal sealed record Limit(string Name, decimal Amount)
{
    /// <summary>All amounts that a policy has, in the order in which certificates list them.</summary>
    public static IEnumerable<Limit> Of(PolicySnapshot policy) =>
        Of(policy, LimitDefinition.All.Select(limit => limit.Kind));

    /// <summary>Amounts that the section of the policy's line has no row for.</summary>
    public static IEnumerable<Limit> BeyondSection(
        PolicySnapshot policy) => LineOfBusiness.Of(policy.Line).Section is { } section
        ? Of(policy, LimitDefinition.All.Select(limit => limit.Kind).Except(section.Limits))
        : [];

    private static IEnumerable<Limit> Of(PolicySnapshot policy, IEnumerable<LimitKind> kinds) =>
        from kind in kinds
        let amount = policy.Limits.Of(kind)
        where amount is not null
        select new Limit(LineOfBusiness.Of(policy.Line).CertificateNameOf(kind, policy.Form), amount.Value);
}
