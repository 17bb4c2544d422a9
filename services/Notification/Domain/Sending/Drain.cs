namespace Portal.Notification.Domain.Sending;

/// <summary>An operator's word that no certificate is to be mailed; there is one or none.</summary>
internal sealed class Drain
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required DateTimeOffset Since { get; init; }
}
