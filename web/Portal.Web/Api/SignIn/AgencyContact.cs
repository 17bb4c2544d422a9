namespace Portal.Web.Api.SignIn;

/// <summary>How an agency is reached; what it has not given is null.</summary>
public sealed record AgencyContact(string? Name, string? Phone, string? Email);
