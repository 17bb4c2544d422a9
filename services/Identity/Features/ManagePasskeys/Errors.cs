using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePasskeys;

internal sealed record NameInvalid() : RuleViolation("name-invalid", "Give the passkey a name of at most 60 characters.");

internal sealed record PasskeyWrong() : RuleViolation("passkey-wrong", "The passkey could not be checked. Ask for new options and try again.");

internal sealed record TooManyPasskeys() : Conflict("too-many-passkeys", "There are 20 passkeys already; remove one that is no longer used.");

internal sealed record PasskeyUnknown() : NotFound("passkey-unknown", "There is no such passkey.");
