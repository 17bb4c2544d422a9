using Portal.Contracts.Policies;

namespace Portal.Notification.Domain.Deliveries;

/// <summary>A policy that the certificate shows.</summary>
internal sealed class NoticePolicy
{
    public required PolicyLine Line { get; init; }

    public required string Number { get; init; }

    public required DateOnly Effective { get; init; }

    public required DateOnly Expiration { get; init; }
}
