namespace Portal.Web.Api.Policies;

/// <summary>A client with what stands out in its policies.</summary>
/// <param name="Id">The client's account.</param>
/// <param name="Ref">The agency's own key.</param>
/// <param name="LegalName">The name that certificates show.</param>
/// <param name="Dba">Name the client does business as.</param>
/// <param name="Policies">Policies that are not cancelled.</param>
/// <param name="Expired">Those of them whose term has ended.</param>
/// <param name="NextRenewal">Day on which the first term in force ends; null where none is.</param>
public sealed record ClientOverview(
    Guid Id, string Ref, string LegalName, string? Dba, int Policies, int Expired, DateOnly? NextRenewal);
