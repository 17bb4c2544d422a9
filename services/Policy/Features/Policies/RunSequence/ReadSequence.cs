using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>A sequence that can be run.</summary>
internal sealed record ReadSequence
{
    public required CoverClock Clock { get; init; }

    public required IReadOnlyList<SequenceHolderRequest> Holders { get; init; }

    public required bool HasFederalFiling { get; init; }

    public required IReadOnlyList<SequenceStep> Steps { get; init; }

    public required IReadOnlyList<SequenceQuestionRequest> Questions { get; init; }
}
