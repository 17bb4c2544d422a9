using Portal.Identity.Domain.Applications;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>What a request about an application must keep to.</summary>
internal static class ApplicationRules
{
    private const int MaxNameLength = 100;
    private const int MaxKeyIdLength = 100;

    public static Error? OfName(string? name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxNameLength || name.Any(char.IsControl)
            ? new FieldInvalid("name", $"Name the application, in 1 to {MaxNameLength} characters on one line.")
            : null;

    public static Error? OfScopes(IReadOnlyList<string>? scopes) =>
        scopes is not { Count: > 0 } || scopes.Distinct(StringComparer.Ordinal).Count() < scopes.Count
        || scopes.Except(Scopes.ForPartners, StringComparer.Ordinal).Any()
            ? new FieldInvalid(
                "scopes", $"'scopes' takes at least one of {string.Join(", ", Scopes.ForPartners)}, each once.")
            : null;

    /// <summary>Reads the keys; the failures otherwise.</summary>
    public static (
        IReadOnlyList<ApplicationKey> Keys,
        IReadOnlyList<Error> Errors) ReadKeys(IReadOnlyList<ApplicationKeyRequest>? sent, DateTimeOffset now)
    {
        if (sent is not { Count: >= 1 and <= Application.MaxKeys })
        {
            return ([], [new FieldOutOfRange("keys", $"Send 1 to {Application.MaxKeys} keys.")]);
        }

        var errors = sent.Select((key, place) => OfKey(key, $"keys[{place}]")).OfType<Error>().ToList();
        if (errors.Count == 0 && sent.Select(key => key.Kid).Distinct(StringComparer.Ordinal).Count() < sent.Count)
        {
            errors.Add(new KeyIdTaken { Field = "keys" });
        }

        return errors.Count > 0
            ? ([], errors)
            : (
                [.. sent.Select(key => new ApplicationKey { Kid = key.Kid!, X = key.X!, Y = key.Y!, CreatedAt = now })],
                errors);
    }

    private static Error? OfKey(ApplicationKeyRequest? key, string field)
    {
        if (key is null)
        {
            return Unreadable(field);
        }

        if (key.Private is not null)
        {
            return new KeyIsPrivate { Field = field };
        }

        var shown = new JsonWebKey(key.Kty, key.Crv, key.X, key.Y, key.Kid, key.Use, key.Alg);
        return key.Kid is { Length: > 0 and <= MaxKeyIdLength } kid && !kid.Any(char.IsControl) && shown.TryRead(out _)
            ? null
            : Unreadable(field);
    }

    private static FieldInvalid Unreadable(string field) => new(
        field,
        $"Send a public EC key on P-256 with kty, crv, x, y and a kid of at most {MaxKeyIdLength} characters, for "
        + "use sig and alg ES256.");
}
