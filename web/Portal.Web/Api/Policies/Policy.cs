namespace Portal.Web.Api.Policies;

/// <summary>
/// A policy with the coverage of its latest term, and all its terms, the latest first. Lines, forms and limits are
/// named as the API names them.
/// </summary>
public sealed record Policy(
    Guid Id,
    string Line,
    string Number,
    PolicyCarrier Carrier,
    DateOnly Effective,
    DateOnly Expiration,
    string Status,
    DateOnly? CancelledAsOf,
    IReadOnlyDictionary<string, decimal?> Limits,
    PolicyCoverage Coverage,
    IReadOnlyList<PolicyTerm> Terms)
{
    public bool IsCancelled => Status == "cancelled";

    public bool IsExpired => Status == "expired";

    /// <summary>
    /// The term in force on a day before the latest term begins; null where that is none, or the latest itself.
    /// </summary>
    public PolicyTerm? RunningBefore(DateOnly day) =>
        Effective > day ? Terms.FirstOrDefault(term => term.Effective <= day && day < term.Expiration) : null;
}

/// <summary>The insurer of a term by its name and NAIC company code.</summary>
public sealed record PolicyCarrier(string Name, string Naic);

/// <summary>What a term covers besides its limits; what its line does not have is null or empty.</summary>
public sealed record PolicyCoverage(
    string? Form,
    string? AggregateAppliesPer,
    IReadOnlyList<string> AutoScopes,
    bool? PerStatute,
    bool? OfficersExcluded,
    IReadOnlyList<string> Endorsements);
