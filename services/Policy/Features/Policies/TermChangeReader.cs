using Portal.Insurance;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Reads what a request says of a term.</summary>
internal static class TermChangeReader
{
    private const int MostEndorsements = 100;
    private const int LongestEndorsement = 100;

    /// <param name="number">Number of the policy; null where nothing is said of it.</param>
    /// <param name="carrier">The insurer; null where nothing is said of it.</param>
    /// <param name="limits">Limits by name; one given as null is taken out.</param>
    /// <param name="coverage">Coverage; null where nothing is said of it.</param>
    /// <param name="path">Where they are in the request, such as <c>renewals[1].</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static TermChange Read(
        string? number,
        CarrierRequest? carrier,
        IEnumerable<KeyValuePair<string, decimal?>>? limits,
        CoverageRequest? coverage,
        string path,
        List<Error> problems) => new()
        {
            Number = number,
            CarrierName = carrier?.Name,
            CarrierNaic = carrier?.Naic,
            AmBestRating = carrier?.AmBestRating,
            AmBestSize = carrier?.AmBestSize,
            Limits = Limits(limits, path, problems),
            Coverage = Coverage(coverage, path, problems),
        };

    private static Dictionary<LimitKind, decimal?> Limits(
        IEnumerable<KeyValuePair<string, decimal?>>? limits, string path, List<Error> problems)
    {
        var read = new Dictionary<LimitKind, decimal?>();
        foreach (var (name, amount) in limits ?? [])
        {
            if (LimitDefinition.FindByJsonName(name) is { } limit)
            {
                read[limit.Kind] = amount;
            }
            else
            {
                problems.Add(new LimitNotKnown() { Field = $"{path}limits.{name}" });
            }
        }

        return read;
    }

    private static CoverageChange Coverage(CoverageRequest? coverage, string path, List<Error> problems)
    {
        var forms = coverage?.Endorsements;
        if (forms?.Count > MostEndorsements)
        {
            problems.Add(
                new FieldOutOfRange(
                    $"{path}coverage.endorsements", $"'endorsements' has at most {MostEndorsements} forms."));
        }

        foreach (var (index, form) in (forms ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(form) || form.Length > LongestEndorsement || form.Any(char.IsControl))
            {
                problems.Add(
                    new FieldInvalid(
                        $"{path}coverage.endorsements[{index}]",
                        $"An endorsement is a form number such as CG 20 10, of at most {LongestEndorsement} characters."));
            }
        }

        return new CoverageChange
        {
            Form = coverage?.Form,
            AggregateAppliesPer = coverage?.AggregateAppliesPer,
            AutoScopes = coverage?.AutoScopes,
            PerStatute = coverage?.PerStatute,
            OfficersExcluded = coverage?.OfficersExcluded,
            Endorsements = forms?.Select(form => form?.Trim() ?? "").ToList(),
        };
    }
}
