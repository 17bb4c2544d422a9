using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Access;

/// <summary>The token is not that of a person of the agency who may sign in.</summary>
internal sealed record StaffOnly()
    : Forbidden("staff-only", "Only people of the agency who are signed in can do this.");

internal sealed record SecondFactorStale() : Forbidden(
    "second-factor-stale",
    "Your second factor was proven too long ago; prove it again with POST /api/v1/session/second-factor, then repeat "
    + "the request.");
