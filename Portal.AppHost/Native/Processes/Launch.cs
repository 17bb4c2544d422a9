namespace Portal.AppHost.Native.Processes;

/// <summary>A process to start.</summary>
internal sealed record Launch
{
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>What differs from the host's own environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public required string WorkingDirectory { get; init; }

    /// <summary>Servers that refuse to run as root run as <see cref="ServerUser"/>.</summary>
    public bool AsServerUser { get; init; }

    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>How long it may take to stop before it is killed.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
