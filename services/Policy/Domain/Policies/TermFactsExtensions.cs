using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// A term as its events tell it: limits by their names in the API, words of lists in snake case, and each auto scope
/// and each endorsement by a key of its own, so that one can change without the others.
/// </summary>
internal static class TermFactsExtensions
{
    /// <summary>What a term says when it is put onto the books.</summary>
    public static TermFacts Facts(this PolicyTerm term) => new()
    {
        Number = term.Number,
        Carrier = term.Carrier.Name,
        Naic = term.Carrier.Naic,
        Effective = term.Effective,
        Expiration = term.Expiration,
        Values = TermValues.Of(
            Stated(term).Where(value => value.Value is not null)
                .DistinctBy(value => value.Key, StringComparer.Ordinal)),
    };

    /// <summary>The term that says so.</summary>
    public static PolicyTerm ToTerm(this TermFacts facts) => new()
    {
        Number = facts.Number,
        Carrier = new Carrier
        {
            Name = facts.Carrier,
            Naic = facts.Naic ?? "",
            AmBestRating = Text(facts.Values[TermKeys.AmBestRating]),
            AmBestSize = Text(facts.Values[TermKeys.AmBestSize]),
        },
        Effective = facts.Effective,
        Expiration = facts.Expiration,
        Coverage = CoverageOf(facts.Values),
        RecordedAt = default,
    };

    /// <summary>
    /// A term as it stands on a day: before its first day as it begins, after its last as it ended.
    /// </summary>
    /// <param name="term">The term on the books.</param>
    /// <param name="day">Day of cover.</param>
    /// <param name="history">What is known of the policy, which says when.</param>
    public static PolicyTerm On(this Term term, DateOnly day, PolicyHistory history)
    {
        day = day < term.Effective ? term.Effective : day > term.Expiration ? term.Expiration : day;
        var versions = term.Endorsements.Where(endorsement => endorsement.Effective <= day)
            .Select(endorsement => endorsement.Version).Append(term.Version).ToHashSet();
        var said = history.Events.Last(
            recorded => versions.Contains(recorded.Version)
                || (recorded.Event is PolicyEvent.Corrected corrected && versions.Contains(corrected.Of)));
        var facts = term.Facts with { Expiration = term.Expiration, Values = term.ValuesOn(day) };
        return facts.ToTerm() with { RecordedAt = said.RecordedAt.ToDateTimeOffset(), Version = term.Version };
    }

    private static Coverage CoverageOf(TermValues values) => new()
    {
        Form = Word<CoverageForm>(values[TermKeys.CoverageForm]),
        Limits = new Limits().With(
            LimitDefinition.All.ToDictionary(
                limit => limit.Kind, limit => (values[limit.JsonName] as TermValue.Amount)?.Dollars)),
        AggregateAppliesPer = Word<AggregateScope>(values[TermKeys.AggregateAppliesPer]),
        AutoScopes =
        [
            .. values.Keys.Where(TermKeys.IsAutoScope)
                .Select(key => SnakeCase.Find<AutoScope>(TermKeys.NameOf(key))).OfType<AutoScope>(),
        ],
        PerStatute = Flag(values[TermKeys.PerStatute]),
        OfficersExcluded = Flag(values[TermKeys.OfficersExcluded]),
        Endorsements = [.. values.Keys.Where(TermKeys.IsEndorsement).Select(TermKeys.NameOf)],
    };

    private static T? Word<T>(TermValue? value)
        where T : struct, Enum => value is TermValue.Words words ? SnakeCase.Find<T>(words.Text) : null;

    private static string? Text(TermValue? value) => (value as TermValue.Words)?.Text;

    private static bool? Flag(TermValue? value) => (value as TermValue.Flag)?.Holds;

    private static IEnumerable<KeyValuePair<string, TermValue?>> Stated(PolicyTerm term)
    {
        var (carrier, coverage) = (term.Carrier, term.Coverage);
        foreach (var (kind, amount) in coverage.Limits.Stated())
        {
            yield return new(LimitDefinition.Of(kind).JsonName, new TermValue.Amount(amount));
        }

        yield return new(TermKeys.CoverageForm, Word(coverage.Form));
        yield return new(TermKeys.AggregateAppliesPer, Word(coverage.AggregateAppliesPer));
        yield return new(TermKeys.PerStatute, Flag(coverage.PerStatute));
        yield return new(TermKeys.OfficersExcluded, Flag(coverage.OfficersExcluded));
        yield return new(TermKeys.AmBestRating, Text(carrier.AmBestRating));
        yield return new(TermKeys.AmBestSize, Text(carrier.AmBestSize));
        foreach (var scope in coverage.AutoScopes)
        {
            yield return new(TermKeys.Of(scope), new TermValue.Flag(true));
        }

        // Nobody is asked yet for the edition.
        foreach (var form in coverage.Endorsements)
        {
            yield return new(TermKeys.OfEndorsement(form), new TermValue.Words(""));
        }
    }

    private static TermValue.Words? Word<T>(T? value)
        where T : struct, Enum => value is { } word ? new TermValue.Words(SnakeCase.Of(word)) : null;

    private static TermValue.Words? Text(string? text) => text is null ? null : new TermValue.Words(text);

    private static TermValue.Flag? Flag(bool? holds) => holds is { } known ? new TermValue.Flag(known) : null;
}
