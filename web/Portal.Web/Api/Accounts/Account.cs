namespace Portal.Web.Api.Accounts;

/// <summary>A client of the agency.</summary>
/// <param name="Id">The client's account.</param>
/// <param name="Ref">The agency's own key.</param>
/// <param name="LegalName">The name that certificates show.</param>
/// <param name="Dba">Name the client does business as.</param>
public sealed record Account(Guid Id, string Ref, string LegalName, string? Dba);
