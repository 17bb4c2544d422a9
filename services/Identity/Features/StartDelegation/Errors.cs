using Portal.Identity.Domain.Delegations;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.StartDelegation;

internal sealed record AccountMissing() : RuleViolation("account-missing", "Say in accountId into which client's account you step.");

internal sealed record ModeUnknown() : RuleViolation("mode-unknown", "mode is view or manage; left out it is view.");

internal sealed record ReasonNeeded() : RuleViolation(
    "reason-needed",
    $"Say in {Delegation.ShortestReason} to {Delegation.LongestReason} characters why you step in; the client reads it.");

internal sealed record MinutesOutOfRange() : RuleViolation(
    "minutes-out-of-range", $"minutes is 1 to {Delegation.MaxMinutes}; when the time is over, step in again.");

internal sealed record ConsentWithdrawn() : Forbidden(
    "consent-withdrawn",
    "The client does not let the agency in; ask with POST /api/v1/clients/{id}/consent-requests, or call the client.");

internal sealed record OwnAccount() : Forbidden(
    "own-account", "Your own address opens this account; sign in to it as yourself, or let a colleague step in.");

internal sealed record AssistantsOnlyView() : Forbidden(
    "assistants-only-view", "As an assistant you may step in to view; let an agent do what is to be changed.");
