using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

internal sealed record PasskeyWrong()
    : RuleViolation("passkey-wrong", "The passkey could not be checked. Ask for new options and try again.");

internal sealed record TooManyPasskeys()
    : Conflict("too-many-passkeys", "There are 20 passkeys already; remove one that is no longer used.");

internal sealed record PasskeyNotFound() : NotFound("passkey-not-found", "There is no such passkey.");
