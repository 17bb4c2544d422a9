namespace Portal.Identity.Domain.Clients;

/// <summary>A system that gets tokens for itself by the client credentials grant.</summary>
internal sealed class ApiClient
{
    private ApiClient()
    {
    }

    /// <summary>The client_id.</summary>
    public string Id { get; private init; } = "";

    public ApiClientKind Kind { get; private init; }

    /// <summary>Agency whose data the client reaches; null for a service.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>Scopes that the client may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public byte[] Secret { get; private set; } = [];

    public static ApiClient Partner(string id, Guid agencyId) => new() { Id = id, Kind = ApiClientKind.Partner, AgencyId = agencyId };

    public static ApiClient Service(string id) => new() { Id = id, Kind = ApiClientKind.Service };

    /// <summary>Says what the client may ask for, and the secret by which it is known.</summary>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public void Equip(IReadOnlyList<string> scopes, string secret)
    {
        if (!Scopes.SequenceEqual(scopes, StringComparer.Ordinal))
        {
            Scopes = [.. scopes];
        }

        var hash = SecretHash.Of(secret);
        if (!hash.AsSpan().SequenceEqual(Secret))
        {
            Secret = hash;
        }
    }
}
