namespace Portal.Policies.Domain.Policies;

/// <summary>Identifies a policy through all of its terms.</summary>
internal readonly record struct PolicyId(Guid Value) : IComparable<PolicyId>
{
    public static PolicyId New() => new(Guid.CreateVersion7());

    public int CompareTo(PolicyId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
