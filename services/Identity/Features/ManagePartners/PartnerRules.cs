using Portal.Identity.Domain.Clients;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>What a request about a partner client must keep to.</summary>
internal static class PartnerRules
{
    private const int MaxNameLength = 100;
    private const int MaxKeyIdLength = 100;

    public static Error? OfName(string? name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxNameLength || name.Any(char.IsControl)
            ? new NameInvalid { Field = "name" }
            : null;

    public static Error? OfScopes(IReadOnlyList<string>? scopes) =>
        scopes is not { Count: > 0 } || scopes.Distinct(StringComparer.Ordinal).Count() < scopes.Count
        || scopes.Except(Scopes.ForPartners, StringComparer.Ordinal).Any()
            ? new ScopesInvalid { Field = "scopes" }
            : null;

    /// <summary>Reads the keys; the failures otherwise.</summary>
    public static (IReadOnlyList<ClientKey> Keys, IReadOnlyList<Error> Errors) ReadKeys(IReadOnlyList<PartnerKey>? sent, DateTimeOffset now)
    {
        if (sent is not { Count: >= 1 and <= ApiClient.MaxKeys })
        {
            return ([], [new KeyCountInvalid { Field = "keys" }]);
        }

        var errors = sent.Select((key, place) => OfKey(key) is { } error ? error with { Field = $"keys[{place}]" } : null).OfType<Error>().ToList();
        if (errors.Count == 0 && sent.Select(key => key.Kid).Distinct(StringComparer.Ordinal).Count() < sent.Count)
        {
            errors.Add(new KeyIdTaken { Field = "keys" });
        }

        return errors.Count > 0
            ? ([], errors)
            : ([.. sent.Select(key => new ClientKey { Kid = key.Kid!, X = key.X!, Y = key.Y!, CreatedAt = now })], errors);
    }

    private static Error? OfKey(PartnerKey? key)
    {
        if (key is null)
        {
            return new KeyInvalid();
        }

        if (key.Private is not null)
        {
            return new KeyIsPrivate();
        }

        var shown = new JsonWebKey(key.Kty, key.Crv, key.X, key.Y, key.Kid, key.Use, key.Alg);
        return key.Kid is { Length: > 0 and <= MaxKeyIdLength } kid && !kid.Any(char.IsControl) && shown.TryRead(out _) ? null : new KeyInvalid();
    }
}
