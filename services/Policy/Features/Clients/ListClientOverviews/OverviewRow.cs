using Portal.Policies.Domain.Accounts;

namespace Portal.Policies.Features.Clients.ListClientOverviews;

/// <summary>A client and its counted policies, as the database answers them.</summary>
internal sealed record OverviewRow
{
    public required AccountId Id { get; init; }

    public required string Ref { get; init; }

    public required string LegalName { get; init; }

    public required string? Dba { get; init; }

    /// <summary>Legal name in lower case, by which the list is sorted.</summary>
    public required string Name { get; init; }

    /// <summary>What free text is looked for in, folded.</summary>
    public required string SearchText { get; init; }

    public required int Policies { get; init; }

    public required int Expired { get; init; }

    /// <summary>The last day there is where no term is in force.</summary>
    public required DateOnly NextRenewal { get; init; }

    public ClientOverviewResponse Shown() => new(
        Id.Value, Ref, LegalName, Dba, Policies, Expired, NextRenewal == DateOnly.MaxValue ? null : NextRenewal);
}
