using Portal.Identity.Domain.Applications;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Applications.ManageApplications;

internal sealed record ApplicationNotFound()
    : NotFound("application-not-found", "The agency has no application of this id.");

internal sealed record SecretNotFound() : NotFound("secret-not-found", "The application has no secret of this id.");

internal sealed record TooManySecrets() : Conflict(
    "too-many-secrets",
    $"The application has {Application.MaxSecrets} secrets; remove the one that is no longer used, then add another.");

internal sealed record ApplicationUsesKeys() : Conflict(
    "application-uses-keys",
    "The application proves itself by keys (private_key_jwt) and takes no secret; register another one for a secret.");

internal sealed record ApplicationUsesSecrets() : Conflict(
    "application-uses-secrets",
    "The application proves itself by a secret and takes no keys; register another one for private_key_jwt.");

internal sealed record KeyIdTaken() : RuleViolation("key-id-taken", "Two keys have this kid; give each its own.");

internal sealed record KeyIsPrivate() : RuleViolation(
    "key-is-private",
    "This is a private key. It is known to others now: make a new one, and send its public half alone (without d).");
