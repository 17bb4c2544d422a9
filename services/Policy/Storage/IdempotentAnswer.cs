using Portal.Policies.Domain.Accounts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>What a request with an Idempotency-Key was answered, for who sends it again.</summary>
internal sealed class IdempotentAnswer : IOwnedByAgency<AgencyId>, IOwnedByAccount<AccountId>
{
    public required AgencyId AgencyId { get; init; }

    /// <summary>The caller; each has keys of its own.</summary>
    public required string Subject { get; init; }

    /// <summary>
    /// Account that the caller was bounded to, in each of which it has keys of its own; the empty id for none.
    /// </summary>
    public required AccountId AccountId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of what was asked.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Id of the distribution or import that was answered.</summary>
    public required Guid Answer { get; init; }

    public required DateTimeOffset AnsweredAt { get; init; }
}
