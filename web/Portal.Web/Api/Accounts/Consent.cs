namespace Portal.Web.Api.Accounts;

/// <summary>Whether the agency may step into a client's account.</summary>
public sealed record Consent(bool Given, DateTimeOffset ChangedAt, string? ChangedBy, DateTimeOffset? AskedAt);
