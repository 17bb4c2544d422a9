using Portal.ServiceDefaults.Results;

namespace Portal.Gateway.Sessions;

internal sealed record SessionEnded() : Unauthenticated("session-ended", "The session has ended; sign in again.");

internal sealed record DelegationEnded() : Unauthenticated(
    "delegation-ended", "The access to this client's account has ended; step in again from your own account.");

internal sealed record SessionRequired() : Unauthenticated(
    "session-required",
    "A path below /as/ is opened by the session of a browser alone: sign in, and send no Authorization header.");

internal sealed record TooManyUnknownSessions() : TooMany(
    "too-many-requests",
    "Too many requests from this address bring sessions that are not known here; try again in a second.",
    TimeSpan.FromSeconds(UnknownSessionQueue.RetryAfterSeconds));
