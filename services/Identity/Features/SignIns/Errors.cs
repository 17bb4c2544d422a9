using Portal.Identity.Domain.SignIns;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns;

internal sealed record AgencyNotFound() : NotFound(
    "agency-not-found", "There is no agency under this address; use the link that your agency gave you.");

/// <summary>The agency does not let its clients in; they are told whom to call.</summary>
internal sealed record ClientCenterOff(SignInContact Contact, string Agency) : Forbidden(
    "client-center-off",
    $"{Agency} does not offer its Client Center. Please contact {Contact.Name}, {Contact.Phone}, {Contact.Email}.");

internal sealed record AddressNotFound() : NotFound(
    "address-not-found", "This email address is not found. Please contact your agent directly.");

internal sealed record TooManyAddresses(TimeSpan RetryAfter) : TooMany(
    "too-many-addresses",
    "Too many email addresses that are not found were tried from here. Try again later, or contact your agent "
    + "directly.", RetryAfter);

internal sealed record CodeTooSoon(TimeSpan RetryAfter) : TooMany(
    "code-too-soon", "A code was sent less than a minute ago. Wait a moment before you request a new one.", RetryAfter);

internal sealed record TooManyCodes(TimeSpan RetryAfter) : TooMany(
    "too-many-codes", "Too many codes were sent. Try again later, or contact your agent directly.", RetryAfter);

internal sealed record CodeWrong(int TriesLeft) : RuleViolation(
    "code-wrong", TriesLeft > 0
        ? "The code is not right. Check it and try again."
        : "The code is not right. Start again with your email address.");

internal sealed record CodeExpired() : Conflict("code-expired", "The code is not valid any more. Request a new one.");

internal sealed record SignInOver()
    : Conflict("sign-in-over", "This sign-in is over. Start again with your email address.");

internal sealed record OtherStep(SignInStep Step) : Conflict(
    "other-step", $"This sign-in waits for something else ({Step}); load the page again.");

internal sealed record SecondFactorBlocked(TimeSpan RetryAfter) : TooMany(
    "too-many-second-factors",
    "Too many codes were wrong today. Use a passkey, try again later, or ask an administrator of your agency.",
    RetryAfter);

internal sealed record GoogleNotOffered()
    : Conflict("google-not-offered", "The agency does not offer signing in with Google; use your email address.");

internal sealed record GoogleAddressNotFound() : NotFound(
    "google-address-not-found",
    "The address of this Google account is not one that your agency has on file. Please contact your agent directly.");

internal sealed record PasskeyNotAsked()
    : Conflict("passkey-not-asked", "The passkey was not asked for; ask for new options first.");

internal sealed record PasskeyWrong(string Otherwise) : RuleViolation(
    "passkey-wrong", $"The passkey could not be checked. Try again, or {Otherwise}.");
