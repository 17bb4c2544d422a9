namespace Portal.Gateway.Limits;

/// <summary>Metadata of an endpoint: the limit that counts its requests.</summary>
internal sealed record RouteLimit(string Name);
