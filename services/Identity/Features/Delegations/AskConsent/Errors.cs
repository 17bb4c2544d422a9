using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.AskConsent;

internal sealed record ConsentGivenAlready()
    : Conflict("consent-given", "The client lets the agency in already; step in with POST /api/v1/delegations.");

internal sealed record AskedAlready(TimeSpan Wait) : TooMany(
    "consent-asked-too-soon",
    "The client was asked within the last hour; wait as long as Retry-After says, or call the client.", Wait);
