namespace Portal.Notification.Domain.Deliveries;

/// <summary>The agency, as a holder needs it to ask back.</summary>
internal sealed class Producer
{
    public required string Name { get; init; }

    public required string ContactName { get; init; }

    public required string Phone { get; init; }

    public required string Email { get; init; }
}
