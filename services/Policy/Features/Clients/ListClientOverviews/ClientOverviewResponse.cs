namespace Portal.Policies.Features.Clients.ListClientOverviews;

/// <summary>A client with what stands out in its policies.</summary>
/// <param name="Policies">Policies that are not cancelled.</param>
/// <param name="Expired">Those of them whose latest term has ended.</param>
/// <param name="NextRenewal">Day on which the first of the terms in force ends; null where none is.</param>
internal sealed record ClientOverviewResponse(
    Guid Id, string Ref, string LegalName, string? Dba, int Policies, int Expired, DateOnly? NextRenewal);
