using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Domain.Policies;

/// <summary>What is said about a term besides its dates; null stands for "as it is".</summary>
internal sealed record TermChange
{
    public string? Number { get; init; }

    public string? CarrierName { get; init; }

    public string? CarrierNaic { get; init; }

    public string? AmBestRating { get; init; }

    public string? AmBestSize { get; init; }

    /// <summary>Limits that change; one given as null is taken out.</summary>
    public IReadOnlyDictionary<LimitKind, decimal?> Limits { get; init; } = new Dictionary<LimitKind, decimal?>();

    public CoverageChange Coverage { get; init; } = new();

    /// <summary>
    /// The renewal that it asks for. Another company's policy starts without what the last one granted and asked, until
    /// that is stated.
    /// </summary>
    /// <param name="last">The last term as it ends.</param>
    /// <param name="effective">First day of the next term.</param>
    /// <param name="expiration">Day on which the next term ends.</param>
    public PolicyCommand.Renew Renewing(TermFacts last, DateOnly effective, DateOnly expiration) => new(
        effective,
        expiration,
        Number?.Trim(),
        CarrierName?.Trim(),
        CarrierNaic?.Trim(),
        IsOtherInsurer(last) ? last.Values.TakenOut(TermKeys.IsOfInsurer).Then(Over(last.Values)) : Over(last.Values));

    /// <summary>
    /// What a term says that was recorded wrong. A rating belongs to the company it was given to, so it stays only
    /// where the code does.
    /// </summary>
    /// <param name="wrong">The term as it was recorded.</param>
    /// <param name="expiration">Day on which it ends; null where that was right.</param>
    public TermFacts Correcting(TermFacts wrong, DateOnly? expiration) => wrong with
    {
        Number = Number?.Trim() ?? wrong.Number,
        Carrier = CarrierName?.Trim() ?? wrong.Carrier,
        Naic = CarrierNaic?.Trim() ?? wrong.Naic,
        Expiration = expiration ?? wrong.Expiration,
        Values = wrong.Values.With(
            IsOtherInsurer(wrong)
                ? wrong.Values.TakenOut(TermKeys.IsRating).Then(Over(wrong.Values))
                : Over(wrong.Values)),
    };

    /// <summary>The values that it changes or takes out.</summary>
    /// <param name="before">Values as they are, of which lists are replaced as a whole.</param>
    public TermValues Over(TermValues before)
    {
        var values = TermValues.Of(Stated());
        values = Coverage.AutoScopes is { } scopes
            ? before.TakenOut(TermKeys.IsAutoScope).Then(values)
                .Then(Held(scopes.Select(TermKeys.Of), new TermValue.Flag(true)))
            : values;
        return Coverage.Endorsements is { } forms
            ? before.TakenOut(TermKeys.IsEndorsement).Then(values)
                .Then(Held(forms.Select(TermKeys.OfEndorsement), new TermValue.Words("")))
            : values;
    }

    private bool IsOtherInsurer(TermFacts term) => CarrierNaic?.Trim() is { } naic && naic != term.Naic;

    private IEnumerable<KeyValuePair<string, TermValue?>> Stated()
    {
        foreach (var (kind, amount) in Limits)
        {
            yield return new(TermKeys.Of(kind), amount is { } dollars ? new TermValue.Amount(dollars) : null);
        }

        var words = new (string Key, string? Word)[]
        {
            (TermKeys.AmBestRating, AmBestRating), (TermKeys.AmBestSize, AmBestSize),
            (TermKeys.CoverageForm, Coverage.Form is { } form ? SnakeCase.Of(form) : null),
            (TermKeys.AggregateAppliesPer,
                Coverage.AggregateAppliesPer is { } scope ? SnakeCase.Of(scope) : null),
        };
        foreach (var (key, word) in words.Where(each => each.Word is not null))
        {
            yield return new(key, new TermValue.Words(word!));
        }

        var flags = new (string Key, bool? Holds)[]
        {
            (TermKeys.PerStatute, Coverage.PerStatute), (TermKeys.OfficersExcluded, Coverage.OfficersExcluded),
        };
        foreach (var (key, holds) in flags.Where(each => each.Holds is not null))
        {
            yield return new(key, new TermValue.Flag(holds!.Value));
        }
    }

    private static TermValues Held(IEnumerable<string> keys, TermValue value) =>
        TermValues.Of(keys.Select(key => KeyValuePair.Create(key, (TermValue?)value)));
}
