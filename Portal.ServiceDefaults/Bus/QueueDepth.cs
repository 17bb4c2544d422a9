namespace Portal.ServiceDefaults.Bus;

/// <summary>Messages that wait in a queue.</summary>
internal sealed record QueueDepth(string Queue, long Messages, bool IsDeadLetter);
