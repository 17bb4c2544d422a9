namespace Portal.ServiceDefaults.Tokens;

/// <summary>Metadata of an endpoint: the scope that a caller's token needs.</summary>
public sealed record RequiredScope(string Scope);
