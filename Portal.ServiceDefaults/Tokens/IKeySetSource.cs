namespace Portal.ServiceDefaults.Tokens;

/// <summary>Where the keys of the issuer are read: over HTTP, or for Identity itself in its own database.</summary>
public interface IKeySetSource
{
    /// <summary>Reads the issuer's current keys.</summary>
    /// <exception cref="KeySetUnavailableException">They can't be read at the moment.</exception>
    Task<JsonWebKeySet> ReadAsync(CancellationToken cancellationToken);
}
