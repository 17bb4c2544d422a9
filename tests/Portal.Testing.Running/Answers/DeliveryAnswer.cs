namespace Portal.Testing.Running.Answers;

/// <summary>A mail with a certificate to its holder.</summary>
/// <param name="DeliveredAt">When the holder's mail server accepted it; null until then.</param>
public sealed record DeliveryAnswer(DateTimeOffset? DeliveredAt);
