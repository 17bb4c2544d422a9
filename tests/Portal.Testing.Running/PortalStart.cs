namespace Portal.Testing.Running;

/// <summary>How a <see cref="RunningPortal"/> is started.</summary>
public sealed record PortalStart
{
    /// <summary>Processes of each service.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Whether each mail is kept to be read; without, only its acceptance counts.</summary>
    public bool KeepMail { get; init; }

    /// <summary>Whether the operator's dashboard runs too and is told of everything, as people run it.</summary>
    public bool Dashboard { get; init; }

    /// <summary>
    /// A resource of which one process is ended with SIGKILL as soon as it runs, while all else still starts; null for
    /// none.
    /// </summary>
    public string? KilledMeanwhile { get; init; }

    /// <summary>Further settings of the app host, such as <c>--Texts:Domain=text.example</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
