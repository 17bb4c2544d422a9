using System.Text.Json;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>The lives of one insured's policies, to be tried without storing anything.</summary>
public sealed record RunSequenceRequest
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>IANA name of the zone of the insured's mailing address.</summary>
    public string? TimeZone { get; init; }

    public IReadOnlyList<SequenceHolderRequest?>? Holders { get; init; }

    /// <summary>Whether the insured's auto insurance is filed with the FMCSA.</summary>
    public bool? FederalFiling { get; init; }

    /// <summary>In the order of their recording.</summary>
    public IReadOnlyList<SequenceEventRequest?>? Events { get; init; }

    public IReadOnlyList<SequenceQuestionRequest?>? AsOf { get; init; }

    public string? Why { get; init; }

    public string? Source { get; init; }
}

/// <summary>A certificate holder of the insured.</summary>
public sealed record SequenceHolderRequest
{
    public string? Id { get; init; }

    /// <summary>Policies on its certificate.</summary>
    public IReadOnlyList<string?>? Shown { get; init; }

    public bool? ReceivesRenewals { get; init; }

    /// <summary>Policies that are endorsed to give it notice of cancellation.</summary>
    public IReadOnlyList<string?>? Notice { get; init; }

    /// <summary>mortgagee or lossPayee; else an ordinary certificate holder.</summary>
    public string? Role { get; init; }
}

/// <summary>An event with the members that its type has.</summary>
public sealed record SequenceEventRequest
{
    public long? Seq { get; init; }

    public DateTimeOffset? RecordedAt { get; init; }

    public string? Type { get; init; }

    public string? Policy { get; init; }

    public string? Line { get; init; }

    public string? Number { get; init; }

    public string? Carrier { get; init; }

    public string? Naic { get; init; }

    public string? Zone { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Expiration { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Values { get; init; }

    public DateOnly? MailedOn { get; init; }

    public string? Reason { get; init; }

    public string? By { get; init; }

    public long? Of { get; init; }

    public DateOnly? On { get; init; }

    public string? Kind { get; init; }

    public bool? Lapse { get; init; }

    public bool? Withdrawn { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Change { get; init; }

    public SequencePolicyRequest? New { get; init; }
}

/// <summary>A policy with its first term.</summary>
public sealed record SequencePolicyRequest
{
    public string? Policy { get; init; }

    public string? Line { get; init; }

    public string? Number { get; init; }

    public string? Carrier { get; init; }

    public string? Naic { get; init; }

    public string? Zone { get; init; }

    public DateOnly? Effective { get; init; }

    public DateOnly? Expiration { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Values { get; init; }
}

/// <summary>What is asked of a policy at a moment, from what was known at another.</summary>
public sealed record SequenceQuestionRequest
{
    public DateTimeOffset? On { get; init; }

    public DateTimeOffset? KnownAt { get; init; }

    public string? Policy { get; init; }
}
