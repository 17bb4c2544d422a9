namespace Portal.ServiceDefaults.Bus;

/// <summary>What replaying the dead letters of a service came to.</summary>
/// <param name="Replayed">Messages that were moved back, together.</param>
/// <param name="Queues">The queues that there was something in.</param>
internal sealed record ReplayedDeadLetters(int Replayed, IReadOnlyList<ReplayedQueue> Queues);
