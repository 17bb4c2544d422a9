using System.Text.Json;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Policies.ListPolicyEvents;

/// <summary>Something that happened to a policy, and who recorded it when.</summary>
internal sealed record PolicyEventResponse
{
    /// <summary>Grows with each event of the policy.</summary>
    public required long Version { get; init; }

    /// <summary>
    /// added, endorsed, renewed, cancellationNoticed, nonRenewalNoticed, noticeRescinded, cancelled, reinstated,
    /// rewritten or corrected; tookEffect and expired where a day came.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>
    /// Day on which it takes effect, at 12:01 a.m. by the clock at the insured's mailing address; null for a
    /// correction.
    /// </summary>
    public required DateOnly? Effective { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it; null for the clock, and where that was not kept.</summary>
    public required PolicyEventActorResponse? Actor { get; init; }

    /// <summary>Whose rights the actor used who stepped into a client's account; null where the own ones.</summary>
    public required string? OnBehalfOf { get; init; }

    public required string? Reason { get; init; }

    /// <summary>
    /// What was recorded: the term of an added or renewed policy with its values, what a correction changed, and so on.
    /// </summary>
    public required JsonElement Details { get; init; }

    public static PolicyEventResponse Of(StoredEvent stored) => new()
    {
        Version = stored.Version,
        Type = stored.Kind,
        Effective = stored.Effective,
        RecordedAt = stored.RecordedAt,
        Actor = stored.ActorId is { } id ? new(id, stored.ActorName, stored.ActorRole) : null,
        OnBehalfOf = stored.OnBehalfOf,
        Reason = stored.Reason,
        Details = JsonElement.Parse(stored.Payload),
    };
}

/// <summary>Who recorded an event.</summary>
/// <param name="Id">Person, or partner application.</param>
/// <param name="Name">Its name; null where the token had none.</param>
/// <param name="Role">Its role; null where the token had none.</param>
internal sealed record PolicyEventActorResponse(string Id, string? Name, string? Role);
