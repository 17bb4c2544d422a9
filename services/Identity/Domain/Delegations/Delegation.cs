using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Delegations;

/// <summary>A person of the agency in a client's account, for a reason and for a time.</summary>
internal sealed class Delegation : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    /// <summary>Longest time, in minutes.</summary>
    public const int MaxMinutes = 60;

    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 3;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 300;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid StaffId { get; init; }

    public required string StaffName { get; init; }

    /// <summary>Session of the person of the agency; when that ends, so does this.</summary>
    public required Guid SessionId { get; init; }

    public required DelegationMode Mode { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Name of whoever ended it before its time.</summary>
    public string? EndedBy { get; private set; }

    public bool IsLive(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Ends it; false when it has ended before.</summary>
    public bool End(string by, DateTimeOffset now)
    {
        if (!IsLive(now))
        {
            return false;
        }

        (EndedAt, EndedBy) = (now, by);
        return true;
    }
}
