using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Sessions.EndSession;

/// <summary>The caller has no session of this id.</summary>
internal sealed record SessionNotFound()
    : NotFound("session-not-found", "You have no session of this id; GET /api/v1/sessions lists yours.");
