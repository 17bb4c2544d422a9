namespace Portal.Web.Api.Policies;

/// <summary>Policies of one client that renew together.</summary>
public sealed record RenewalOrder(IReadOnlyList<OrderedRenewal> Renewals);

/// <summary>The new term of one policy.</summary>
public sealed record OrderedRenewal(
    Guid PolicyId, DateOnly Effective, DateOnly Expiration, string Number, PolicyCarrier Carrier,
    IReadOnlyDictionary<string, decimal?> Limits);
