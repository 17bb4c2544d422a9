namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>Those to whom something must and may be sent; who is in neither gets nothing.</summary>
internal sealed record Parties(IReadOnlyList<string> Must, IReadOnlyList<string> May)
{
    public static Parties Nobody { get; } = new([], []);
}
