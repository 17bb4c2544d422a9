namespace Portal.Insurance;

/// <summary>Identifies the distribution of certificates that a renewal causes, and so the renewal itself.</summary>
public readonly record struct DistributionId(Guid Value)
{
    public static DistributionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
