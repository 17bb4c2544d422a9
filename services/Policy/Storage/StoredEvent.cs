using NodaTime;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>An event of a policy, with who recorded it. It is stored once and never changed.</summary>
internal sealed class StoredEvent : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    /// <summary>Its own id, by which a repeated request finds it.</summary>
    public required Guid Id { get; init; }

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

    /// <summary>
    /// Who recorded it: a person, or a partner application; null for the clock, and where that was not kept.
    /// </summary>
    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public string? ActorRole { get; init; }

    /// <summary>Whose rights the actor used who stepped into a client's account; null where the own ones.</summary>
    public string? OnBehalfOf { get; init; }

    public string? Reason { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>What whoever recorded it was told to know, as codes.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>What is stored of an event; nobody is its author who only saw that its day came.</summary>
    public static StoredEvent Of(Policy policy, NewEvent happened, EventAuthor author)
    {
        var recorded = happened.Recorded;
        var actor = recorded.Event.IsOfClock ? null : author;
        return new StoredEvent
        {
            Id = Guid.CreateVersion7(),
            PolicyId = policy.Id,
            Version = recorded.Version,
            AgencyId = policy.AgencyId,
            AccountId = policy.AccountId,
            Kind = PolicyEventJson.KindOf(recorded.Event),
            Effective = recorded.Event.EffectiveOn,
            RecordedAt = recorded.RecordedAt.ToDateTimeOffset(),
            ActorId = actor?.Id,
            ActorName = actor?.Name,
            ActorRole = actor?.Role,
            OnBehalfOf = actor?.OnBehalfOf,
            Reason = recorded.Event.Reason,
            Payload = PolicyEventJson.Write(recorded.Event),
            Warnings = [.. happened.Warnings.Select(WarningWords.CodeOf)],
        };
    }

    public RecordedEvent Read() =>
        new(Version, Instant.FromDateTimeOffset(RecordedAt), PolicyEventJson.Read(Kind, Payload));
}
