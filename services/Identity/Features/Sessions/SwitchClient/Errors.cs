using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Sessions.SwitchClient;

/// <summary>The address that signed in does not open the account, or there is none.</summary>
internal sealed record ClientNotFound() : NotFound(
    "client-not-found", "Your sign-in opens no account of this id; GET /api/v1/session lists those that it opens.");

/// <summary>Another tab switched in the meantime.</summary>
internal sealed record ClientSwitched() : Conflict(
    "client-switched",
    "Another tab of this browser switched accounts in the meantime; load the page again, then switch.");
