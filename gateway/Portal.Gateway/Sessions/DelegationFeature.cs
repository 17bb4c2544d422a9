namespace Portal.Gateway.Sessions;

/// <summary>Feature of a request below /as/: the delegation by which a broker acts for a client.</summary>
internal sealed record DelegationFeature(Guid DelegationId);
