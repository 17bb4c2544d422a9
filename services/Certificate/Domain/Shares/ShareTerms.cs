namespace Portal.Certificates.Domain.Shares;

/// <summary>What a holder is shown and how.</summary>
public sealed record ShareTerms
{
    /// <summary>Policies that the holder is shown, in ascending order.</summary>
    public required Guid[] PolicyIds { get; init; }

    public string? Project { get; init; }

    public required bool AdditionalInsured { get; init; }

    public required bool WaiverOfSubrogation { get; init; }

    public required bool PrimaryNoncontributory { get; init; }

    /// <summary>Whether the holder gets a certificate when a policy it is shown renews.</summary>
    public required bool ReceivesRenewals { get; init; }

    /// <summary>Wording for the description of operations.</summary>
    public string? Description { get; init; }

    /// <summary>Compares by value, the policies included.</summary>
    public bool Equals(ShareTerms? other) =>
        other is not null
        && PolicyIds.AsSpan().SequenceEqual(other.PolicyIds)
        && (Project, AdditionalInsured, WaiverOfSubrogation, PrimaryNoncontributory, ReceivesRenewals, Description)
        == (other.Project, other.AdditionalInsured, other.WaiverOfSubrogation, other.PrimaryNoncontributory,
            other.ReceivesRenewals, other.Description);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        PolicyIds.Length, Project, AdditionalInsured, WaiverOfSubrogation, PrimaryNoncontributory, ReceivesRenewals,
        Description);
}
