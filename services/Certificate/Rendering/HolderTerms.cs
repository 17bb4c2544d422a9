namespace Portal.Certificates.Rendering;

/// <summary>
/// What was agreed for one holder. The certificate states it only where a policy carries the endorsement for it.
/// </summary>
internal sealed record HolderTerms
{
    public required bool AdditionalInsured { get; init; }

    public required bool WaiverOfSubrogation { get; init; }

    public required bool PrimaryNoncontributory { get; init; }

    /// <summary>Project or contract that the certificate is for.</summary>
    public string? Project { get; init; }

    /// <summary>The holder's own wording for the description of operations.</summary>
    public string? Wording { get; init; }
}
