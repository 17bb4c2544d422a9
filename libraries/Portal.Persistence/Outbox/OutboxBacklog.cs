namespace Portal.Persistence.Outbox;

/// <summary>What waits in an outbox.</summary>
/// <param name="Waiting">Messages.</param>
/// <param name="Oldest">How long the oldest has waited; zero when none waits.</param>
internal sealed record OutboxBacklog(long Waiting, TimeSpan Oldest);
