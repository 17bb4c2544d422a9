using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SecondFactors.StepUp;

internal sealed record CodeNotRight() : RuleViolation(
    "code-wrong", "The code is not right, or was used before; wait for the next that your authenticator app shows.");

internal sealed record WrongTooOften(TimeSpan Wait) : TooMany(
    "too-many-second-factors",
    "Too many codes were wrong today; wait as long as Retry-After says, or ask an administrator.", Wait);

internal sealed record NoAuthenticator() : Conflict(
    "second-factor-not-set-up", "You have no authenticator app set up; sign in again to set one up.");
