using Portal.Contracts.Policies;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>A policy as one certificate shows it to its holder.</summary>
internal sealed record Coverage
{
    public required PolicySnapshot Policy { get; init; }

    public required string InsurerLetter { get; init; }

    /// <summary>Whether the policy makes the holder an additional insured; null where the line knows none.</summary>
    public required bool? AdditionalInsured { get; init; }

    /// <summary>Whether the insurer gave up its recourse against the holder.</summary>
    public required bool SubrogationWaived { get; init; }
}
