using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Policies;

/// <summary>
/// A term as its events tell it: limits by their names in the API, words of lists in snake case, and each auto scope
/// and each endorsement by a key of its own, so that one can change without the others.
/// </summary>
internal static class TermValuesExtensions
{
    private const string Scope = "autoScope:";
    private const string Endorsement = "form:";

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

    private static IEnumerable<KeyValuePair<string, TermValue?>> Stated(PolicyTerm term)
    {
        var (carrier, coverage) = (term.Carrier, term.Coverage);
        foreach (var (kind, amount) in coverage.Limits.Stated())
        {
            yield return new(LimitDefinition.Of(kind).JsonName, new TermValue.Amount(amount));
        }

        yield return new("coverageForm", Word(coverage.Form));
        yield return new("aggregateAppliesPer", Word(coverage.AggregateAppliesPer));
        yield return new("perStatute", Flag(coverage.PerStatute));
        yield return new("officersExcluded", Flag(coverage.OfficersExcluded));
        yield return new("amBestRating", Text(carrier.AmBestRating));
        yield return new("amBestSize", Text(carrier.AmBestSize));
        foreach (var scope in coverage.AutoScopes)
        {
            yield return new(Scope + SnakeCase.Of(scope), new TermValue.Flag(true));
        }

        // Nobody is asked yet for the edition.
        foreach (var form in coverage.Endorsements)
        {
            yield return new(Endorsement + form, new TermValue.Words(""));
        }
    }

    private static TermValue.Words? Word<T>(T? value)
        where T : struct, Enum => value is { } word ? new TermValue.Words(SnakeCase.Of(word)) : null;

    private static TermValue.Words? Text(string? text) => text is null ? null : new TermValue.Words(text);

    private static TermValue.Flag? Flag(bool? holds) => holds is { } known ? new TermValue.Flag(known) : null;
}
