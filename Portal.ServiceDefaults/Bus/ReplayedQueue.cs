namespace Portal.ServiceDefaults.Bus;

/// <summary>Messages that were moved back.</summary>
/// <param name="From">The dead-letter queue.</param>
/// <param name="To">The queue that they came from.</param>
/// <param name="Messages">How many.</param>
internal sealed record ReplayedQueue(string From, string To, int Messages);
