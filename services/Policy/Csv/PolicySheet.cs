using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Policies.Rules;

namespace Portal.Policies.Csv;

/// <summary>Reads policies.csv.</summary>
internal static class PolicySheet
{
    /// <summary>The columns of policies.csv.</summary>
    public static SheetLayout Layout { get; } = new(
        "policies",
        ["client_ref", "line", "policy_number", "carrier", "naic", "effective", "expiration"],
        [
            "am_best", "am_best_size", "form", "aggregate_applies_per", "endorsements", "auto_scope", "per_statute",
            "officers_excluded", .. PolicyColumns.Limits,
        ]);

    /// <param name="sheet">The file; null where the import has none.</param>
    /// <param name="now">When the terms are recorded.</param>
    public static Rows<PolicyRow> Read(Sheet? sheet, DateTimeOffset now) =>
        Rows<PolicyRow>.Read(sheet, row => Read(row, now), RefuseRepeated);

    private static Action<SheetRow, PolicyRow> RefuseRepeated()
    {
        var firstLines = new Dictionary<(string, PolicyLine, string), int>();
        return (row, policy) =>
        {
            if (row.Problems.Count == 0
                && !firstLines.TryAdd((policy.ClientRef, policy.Line, policy.Term.Number), row.Line))
            {
                var first = firstLines[(policy.ClientRef, policy.Line, policy.Term.Number)];
                row.Refuse("policy_number", $"The policy is already on line {first}; keep one row a policy.");
            }
        };
    }

    private static PolicyRow Read(SheetRow row, DateTimeOffset now)
    {
        var clientRef = row.Text("client_ref", 50);
        var line = row.OptionalWord<PolicyLine>("line");
        if (row["line"].Length == 0)
        {
            row.Refuse("line", $"The line is missing; use {SnakeCase.All<PolicyLine>()}.");
        }

        var term = new PolicyTerm
        {
            Number = row.Text("policy_number"),
            Carrier = new Carrier
            {
                Name = row.Text("carrier"),
                Naic = row.Text("naic"),
                AmBestRating = row.OptionalText("am_best")?.ToUpperInvariant(),
                AmBestSize = row.OptionalText("am_best_size")?.ToUpperInvariant(),
            },
            Effective = row.Date("effective"),
            Expiration = row.Date("expiration"),
            Coverage = Coverage(row),
            RecordedAt = now,
        };
        if (line is not null)
        {
            Validate(row, line.Value, term);
        }

        return new PolicyRow(clientRef, line.GetValueOrDefault(), term);
    }

    private static Coverage Coverage(SheetRow row) => new()
    {
        Form = row.OptionalWord<CoverageForm>("form"),
        Limits = new Limits().With(Enum.GetValues<LimitKind>()
            .ToDictionary(kind => kind, kind => row.OptionalDollars(PolicyColumns.Of(kind)))),
        AggregateAppliesPer = row.OptionalWord<AggregateScope>("aggregate_applies_per"),
        AutoScopes = row.Words<AutoScope>("auto_scope"),
        PerStatute = row.OptionalFlag("per_statute"),
        OfficersExcluded = row.OptionalFlag("officers_excluded"),
        Endorsements = Endorsements(row),
    };

    private static List<string> Endorsements(SheetRow row)
    {
        _ = row.OptionalText("endorsements", longest: 1000);
        return [.. row.Parts("endorsements").Distinct(StringComparer.Ordinal)];
    }

    // A cell that could not be read is not checked again: one problem a cell tells a person enough.
    private static void Validate(SheetRow row, PolicyLine line, PolicyTerm term)
    {
        var unread = row.Problems.Select(problem => problem.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var error in TermRules.Broken(line, term))
        {
            var column = PolicyColumns.Of(error.Field!);
            if (!unread.Contains(column) && !(column == "expiration" && unread.Contains("effective")))
            {
                row.Refuse(column, error.Detail);
            }
        }
    }
}
