namespace Portal.Notification.Features.Sending.DrainSending;

/// <summary>Whether certificates are being sent.</summary>
/// <param name="State">Whether mails go out.</param>
/// <param name="Waiting">Deliveries that wait, due or for their next attempt.</param>
public sealed record SendingResponse(SendingState State, long Waiting);
