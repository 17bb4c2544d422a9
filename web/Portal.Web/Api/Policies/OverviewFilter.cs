namespace Portal.Web.Api.Policies;

/// <summary>Which clients are listed, and how.</summary>
internal sealed record OverviewFilter
{
    /// <summary>Part of a name or of the agency's key.</summary>
    public string? Search { get; init; }

    /// <summary>name, -name, nextRenewal or -nextRenewal.</summary>
    public string? Sort { get; init; }

    public DateOnly? RenewingBefore { get; init; }

    /// <summary>Only clients with a policy whose term has ended.</summary>
    public bool? Expired { get; init; }

    public string? Cursor { get; init; }
}
