using System.Text.Json;

namespace Portal.Web.Api.Policies;

/// <summary>What a renewal would change.</summary>
/// <param name="Renewals">Each policy's term as it is and as it would be.</param>
/// <param name="Insured">The client as certificates would name it; passed on as it came.</param>
/// <param name="Policies">The policies as certificates would show them; passed on as they came.</param>
public sealed record RenewalPreview(
    IReadOnlyList<PreviewedRenewal> Renewals, JsonElement Insured, JsonElement Policies);

/// <summary>One policy of a renewal that was only thought of.</summary>
public sealed record PreviewedRenewal(Guid PolicyId, string Line, PolicyTerm Before, PolicyTerm After);

/// <summary>The distribution that a renewal causes.</summary>
internal sealed record PromisedDistribution(Guid DistributionId);
