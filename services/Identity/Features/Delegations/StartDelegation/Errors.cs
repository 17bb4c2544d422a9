using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Delegations.StartDelegation;

internal sealed record ConsentWithdrawn() : Forbidden(
    "consent-withdrawn",
    "The client does not let the agency in; ask with POST /api/v1/clients/{id}/consent-requests, or call the client.");

internal sealed record OwnClient() : Forbidden(
    "own-client", "Your own address opens this account; sign in to it as yourself, or let a colleague step in.");

internal sealed record ViewOnlyForAssistants() : Forbidden(
    "assistants-only-view", "As an assistant you may step in to view; let an agent do what is to be changed.");
