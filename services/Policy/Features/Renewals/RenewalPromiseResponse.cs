namespace Portal.Policies.Features.Renewals;

/// <summary>The distribution that a renewal causes; it can be watched from now on.</summary>
internal sealed record RenewalPromiseResponse(Guid DistributionId)
{
    /// <summary>Where it can be watched.</summary>
    public string Location() => $"/api/v1/distributions/{DistributionId}";
}
