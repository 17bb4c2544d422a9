using NodaTime;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>An event of a policy, with who recorded it. It is stored once and never changed.</summary>
internal sealed class StoredEvent : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    public required PolicyId PolicyId { get; init; }

    /// <summary>Grows with each event of the policy.</summary>
    public required long Version { get; init; }

    public required AgencyId AgencyId { get; init; }

    public required AccountId AccountId { get; init; }

    /// <summary>Word for the type of event, such as <c>renewed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Day on which it takes effect; null where it has none.</summary>
    public DateOnly? Effective { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who recorded it: a person, or a partner application; null where that was not kept.</summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public string? ActorRole { get; init; }

    /// <summary>Whose rights the actor used who stepped into a client's account; null where the own ones.</summary>
    public string? OnBehalfOf { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    public static StoredEvent Of(Policy policy, RecordedEvent recorded, EventAuthor author) => new()
    {
        PolicyId = policy.Id,
        Version = recorded.Version,
        AgencyId = policy.AgencyId,
        AccountId = policy.AccountId,
        Kind = PolicyEventJson.KindOf(recorded.Event),
        Effective = recorded.Event.EffectiveOn,
        RecordedAt = recorded.RecordedAt.ToDateTimeOffset(),
        ActorId = author.Id,
        ActorName = author.Name,
        ActorRole = author.Role,
        OnBehalfOf = author.OnBehalfOf,
        Reason = recorded.Event.Why,
        Payload = PolicyEventJson.Write(recorded.Event),
    };

    public RecordedEvent Read() =>
        new(Version, Instant.FromDateTimeOffset(RecordedAt), PolicyEventJson.Read(Kind, Payload));
}
