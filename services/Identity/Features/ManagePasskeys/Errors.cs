using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePasskeys;

internal sealed record StaffOnly() : Forbidden("staff-only", "Passkeys are for the agency's own people.");

internal sealed record SecondFactorStale() : Forbidden(
    "second-factor-stale", "Your second factor was proven too long ago; prove it again with POST /api/v1/session/second-factor.");

internal sealed record NameInvalid() : RuleViolation("name-invalid", "Give the passkey a name of at most 60 characters.");

internal sealed record PasskeyWrong() : RuleViolation("passkey-wrong", "The passkey could not be checked. Ask for new options and try again.");

internal sealed record TooManyPasskeys() : Conflict("too-many-passkeys", "There are 20 passkeys already; remove one that is no longer used.");

internal sealed record PasskeyUnknown() : NotFound("passkey-unknown", "There is no such passkey.");
