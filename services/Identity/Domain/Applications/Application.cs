using System.Security.Cryptography;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Applications;

/// <summary>A system that gets tokens for itself by the client credentials grant.</summary>
internal sealed class Application : IOwnedByAgency<Guid?>
{
    /// <summary>Two, so that a new one can be brought in before the old one goes.</summary>
    public const int MaxSecrets = 2;

    public const int MaxKeys = 4;

    private const int RandomLetters = 20;

    private readonly List<ApplicationSecret> _secrets = [];
    private readonly List<ApplicationKey> _keys = [];

    private Application()
    {
    }

    /// <summary>The client_id.</summary>
    public string Id { get; private init; } = "";

    public ApplicationKind Kind { get; private init; }

    /// <summary>Agency whose data the client reaches; null for a service.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>How the client proves who it is; the other way is closed to it.</summary>
    public ApplicationAuthentication Authentication { get; private init; }

    /// <summary>Scopes that the client may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public IReadOnlyList<ApplicationSecret> Secrets => _secrets;

    public IReadOnlyList<ApplicationKey> Keys => _keys;

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Since when the client gets no tokens; null while it does.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>When it last proved itself; up to a minute older than the truth.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>A partner's client. Its id is random, and no service's id can begin like it.</summary>
    public static Application Partner(
        Guid agencyId, string name, IReadOnlyList<string> scopes, ApplicationAuthentication authentication,
        DateTimeOffset now) => new()
        {
            Id = "p-" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz0123456789", RandomLetters),
            Kind = ApplicationKind.Partner,
            AgencyId = agencyId,
            Name = name,
            Scopes = [.. scopes],
            Authentication = authentication,
            CreatedAt = now,
        };

    /// <summary>The partner client of the demo, under an id that everyone knows.</summary>
    public static Application Demo(string id, Guid agencyId, DateTimeOffset now) =>
        new() { Id = id, Kind = ApplicationKind.Partner, AgencyId = agencyId, Name = "Demo partner", CreatedAt = now };

    public static Application Service(string id, DateTimeOffset now) =>
        new() { Id = id, Kind = ApplicationKind.Service, Name = id, CreatedAt = now };

    /// <summary>
    /// Says what the client may ask for, and the secret by which it is known; another one is forgotten.
    /// </summary>
    /// <exception cref="ArgumentException">The secret is too short.</exception>
    public void Equip(IReadOnlyList<string> scopes, string secret, DateTimeOffset now)
    {
        Describe(Name, scopes);
        var equipped = ApplicationSecret.Of(secret, expiresAt: null, now);
        if (!_secrets.Exists(one => one.Hash.AsSpan().SequenceEqual(equipped.Hash)))
        {
            _secrets.Clear();
            _secrets.Add(equipped);
        }
    }

    /// <summary>
    /// Names the client and says what it may ask for; true when it may no longer ask for something that it could.
    /// </summary>
    public bool Describe(string name, IReadOnlyList<string> scopes)
    {
        Name = name;
        if (Scopes.SequenceEqual(scopes, StringComparer.Ordinal))
        {
            return false;
        }

        var lost = Scopes.Except(scopes, StringComparer.Ordinal).Any();
        Scopes = [.. scopes];
        return lost;
    }

    /// <summary>Lets the client get no more tokens; false when it already got none.</summary>
    public bool Disable(DateTimeOffset now)
    {
        if (DisabledAt is not null)
        {
            return false;
        }

        DisabledAt = now;
        return true;
    }

    /// <summary>Lets the client get tokens again; false when it got them all along.</summary>
    public bool Enable()
    {
        var wasDisabled = DisabledAt is not null;
        DisabledAt = null;
        return wasDisabled;
    }

    /// <exception cref="InvalidOperationException">It has two already, or proves itself by keys.</exception>
    public void Add(ApplicationSecret secret)
    {
        if (Authentication != ApplicationAuthentication.Secret || _secrets.Count >= MaxSecrets)
        {
            throw new InvalidOperationException("The client takes no further secret.");
        }

        _secrets.Add(secret);
    }

    /// <summary>Forgets a secret; false when the client has none of this id.</summary>
    public bool RemoveSecret(Guid id) => _secrets.RemoveAll(one => one.Id == id) > 0;

    /// <summary>Replaces the keys; one that stays keeps its history. True when one was left out.</summary>
    /// <exception cref="InvalidOperationException">It proves itself by secrets.</exception>
    public bool SetKeys(IReadOnlyList<ApplicationKey> keys)
    {
        if (Authentication != ApplicationAuthentication.PrivateKeyJwt)
        {
            throw new InvalidOperationException("The client has no keys.");
        }

        var left = _keys.RemoveAll(known => !keys.Any(known.IsSameAs));
        _keys.AddRange(keys.Where(key => !_keys.Exists(key.IsSameAs)));
        return left > 0;
    }

    /// <summary>The secret that a text is; null when it is none, or one whose time is over.</summary>
    public ApplicationSecret? SecretOf(
        string text, DateTimeOffset now) => Authentication == ApplicationAuthentication.Secret
        ? _secrets.Find(one => SecretHash.Matches(one.Hash, text) && one.IsGood(now))
        : null;
}
