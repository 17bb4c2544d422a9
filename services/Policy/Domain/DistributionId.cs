namespace Portal.Policies.Domain;

/// <summary>Identifies a renewal and the distribution of certificates that it causes.</summary>
internal readonly record struct DistributionId(Guid Value)
{
    public static DistributionId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
