namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>How much of a cancelled term is paid for.</summary>
public enum CancellationKind
{
    /// <summary>The term never took effect.</summary>
    Flat,

    /// <summary>The days in force are paid for.</summary>
    ProRata,
}
