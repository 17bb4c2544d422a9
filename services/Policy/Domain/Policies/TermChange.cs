using Portal.Insurance;

namespace Portal.Policies.Domain.Policies;

/// <summary>What a renewal or a correction says about a term besides its dates; null stands for "as it is".</summary>
internal sealed record TermChange
{
    public string? Number { get; init; }

    public string? CarrierName { get; init; }

    public string? CarrierNaic { get; init; }

    /// <summary>Limits that change; one given as null is taken out.</summary>
    public IReadOnlyDictionary<LimitKind, decimal?> Limits { get; init; } = new Dictionary<LimitKind, decimal?>();

    /// <summary>The term with the change and new dates.</summary>
    public PolicyTerm Apply(PolicyTerm term, DateOnly effective, DateOnly expiration, DateTimeOffset now) => term with
    {
        Number = Number?.Trim() ?? term.Number,
        Carrier = term.Carrier.Become(CarrierName, CarrierNaic),
        Effective = effective,
        Expiration = expiration,
        Coverage = term.Coverage with { Limits = term.Coverage.Limits.With(Limits) },
        RecordedAt = now,
    };
}
