namespace Portal.Certificates.Domain.Shares;

/// <summary>Identifies a <see cref="Share"/>.</summary>
public readonly record struct ShareId(Guid Value)
{
    /// <summary>A new id, ordered by time.</summary>
    public static ShareId New() => new(Guid.CreateVersion7());
}
