using System.Text.Json.Serialization;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>What became of each event, and the answer to each question, in their order.</summary>
public sealed record RunSequenceResponse(
    IReadOnlyList<SequenceEventResponse> Events, IReadOnlyList<SequenceAnswerResponse> AsOf);

/// <summary>An event that was accepted, with what follows, or refused; what does not apply is left out.</summary>
public sealed record SequenceEventResponse
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Accepted { get; init; }

    /// <summary>Code of the refusal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Refused { get; init; }

    /// <summary>Of the policy, at the instant of recording.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>Of the policy that a rewrite begins.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NewState { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequenceDaysResponse? Days { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequencePartiesResponse? Tell { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SequencePartiesResponse? Reissue { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Withdraw { get; init; }
}

/// <summary>Days of a cancelled term.</summary>
/// <param name="InForce">Those before the cancellation.</param>
/// <param name="Term">All of them.</param>
public sealed record SequenceDaysResponse(int InForce, int Term);

/// <summary>Those who have to get something, and those who may.</summary>
public sealed record SequencePartiesResponse(IReadOnlyList<string> Must, IReadOnlyList<string> May);

/// <summary>A policy at a moment, as known.</summary>
public sealed record SequenceAnswerResponse
{
    public required string State { get; init; }

    public required bool InForce { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Effective { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Expiration { get; init; }

    /// <summary>Day on which the present cover is known to end; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? CoverEnds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Carrier { get; init; }

    /// <summary>Numbers are US dollars.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object>? Values { get; init; }
}
