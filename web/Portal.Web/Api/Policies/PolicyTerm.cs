namespace Portal.Web.Api.Policies;

/// <summary>One term of a policy; limits in whole US dollars.</summary>
public sealed record PolicyTerm(
    string Number,
    PolicyCarrier Carrier,
    DateOnly Effective,
    DateOnly Expiration,
    IReadOnlyDictionary<string, decimal?> Limits);
