namespace Portal.Notification.Features.DrainSending;

/// <summary>How sending certificates stands.</summary>
/// <param name="State">Whether mails go out.</param>
/// <param name="Waiting">Deliveries that wait, due or for their next attempt.</param>
public sealed record SendingResponse(SendingState State, long Waiting);
