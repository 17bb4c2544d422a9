using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

internal sealed record ClientNotFound() : NotFound(
    "client-not-found", "There is no client with this id; take it from GET /api/v1/clients.");

internal sealed record PolicyNotFound() : NotFound(
    "policy-not-found", "There is no policy with this id; take it from GET /api/v1/policies.");

internal sealed record LimitNotKnown() : RuleViolation(
    "field-unexpected",
    $"There is no such limit; use {string.Join(", ", LimitDefinition.All.Select(limit => limit.JsonName))}.");

internal sealed record MemberNotOfEvent(string Member, string Type) : RuleViolation(
    "field-unexpected", $"An event of the type {Type} has no '{Member}'; take it out.");

/// <summary>The policy was changed since the caller read it.</summary>
internal sealed record PolicyChangedMeanwhile(string ETag, string Since) : PreconditionFailed(
    "changed-meanwhile",
    $"The policy was changed since you read it ({Since}) and now has the ETag {ETag}; read it again, then decide.")
{
    private const int MostTold = 5;

    /// <summary>The problem when an If-Match header names another version; null when it may go on.</summary>
    public static Error? Check(string? ifMatch, PolicyLife life)
    {
        var current = life.Policy.Revision;
        return ETags.Match(ifMatch, current)
            ? null
            : new PolicyChangedMeanwhile(ETags.Of(current), Told(life, ifMatch)) { Field = "If-Match" };
    }

    // A tag that was never a policy's tells nothing of what came after it, so the last events are told.
    private static string Told(PolicyLife life, string? ifMatch)
    {
        var since = long.TryParse(ifMatch?.Trim().Trim('"'), out var version) && version < life.Policy.Revision
            ? version
            : life.Policy.Revision - 1;
        return string.Join(", ", life.Since(since).TakeLast(MostTold).Select(Told));
    }

    private static string Told(RecordedEvent recorded) =>
        $"event {recorded.Version}: {PolicyEventJson.KindOf(recorded.Event)}"
        + (recorded.Event.EffectiveOn is { } day ? $" {day:O}" : "");
}
