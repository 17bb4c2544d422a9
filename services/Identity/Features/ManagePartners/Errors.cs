using Portal.Identity.Domain.Clients;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePartners;

internal sealed record PartnerClientUnknown() : NotFound("partner-client-unknown", "The agency has no partner client of this id.");

internal sealed record SecretUnknown() : NotFound("secret-unknown", "The client has no secret of this id.");

internal sealed record NameInvalid() : RuleViolation("name-invalid", "Name the client, in 1 to 100 characters.");

internal sealed record ScopesInvalid() : RuleViolation(
    "scopes-invalid", "Name at least one scope, each once, and only such as scopes_supported in the server's description lists.");

internal sealed record AuthenticationMissing() : RuleViolation(
    "authentication-missing", "Say how the client proves itself: secret or private_key_jwt.");

internal sealed record TooManySecrets() : Conflict(
    "too-many-secrets", $"The client has {ApiClient.MaxSecrets} secrets; remove the one that is no longer used, then add another.");

internal sealed record ClientUsesKeys() : Conflict(
    "client-uses-keys", "The client proves itself by keys (private_key_jwt) and takes no secret; make another client for a secret.");

internal sealed record ClientUsesSecrets() : Conflict(
    "client-uses-secrets", "The client proves itself by a secret and takes no keys; make another client for private_key_jwt.");

internal sealed record ExpiryPassed() : RuleViolation("expiry-passed", "The secret would expire at once; give an instant ahead, or none.");

internal sealed record KeyCountInvalid() : RuleViolation("key-count-invalid", $"Send 1 to {ApiClient.MaxKeys} keys.");

internal sealed record KeyInvalid() : RuleViolation(
    "key-invalid", "Send a public EC key on P-256 with kty, crv, x, y and a kid of at most 100 characters, for use sig and alg ES256.");

internal sealed record KeyIdTaken() : RuleViolation("key-id-taken", "Two keys have this kid; give each its own.");

internal sealed record KeyIsPrivate() : RuleViolation(
    "key-is-private", "This is a private key. It is known to others now: make a new one, and send its public half alone (without d).");
