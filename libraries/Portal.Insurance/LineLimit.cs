namespace Portal.Insurance;

/// <summary>
/// A limit of a line of business, with the words in which the line differs from <see cref="LimitDefinition"/>.
/// </summary>
/// <param name="Kind">Which limit.</param>
/// <param name="IsRequired">
/// Whether a policy of the line covers nothing that a certificate could show without it.
/// </param>
public sealed record LineLimit(LimitKind Kind, bool IsRequired = false)
{
    /// <summary>What the line calls it; null where that is the limit's own name.</summary>
    public string? Name { get; init; }

    /// <summary>What a certificate calls it on a claims-made policy; null where that makes no difference.</summary>
    public string? ClaimsMadeName { get; init; }

    /// <summary>What it means on the line; null where the limit's own explanation says it.</summary>
    public string? Explanation { get; init; }
}
