using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Sessions;

/// <summary>The session of the caller's token is over.</summary>
internal sealed record SessionOver() : Unauthenticated("session-ended", "The session has ended; sign in again.");
