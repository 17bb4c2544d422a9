using Portal.Contracts.Accounts;
using Portal.Contracts.Imports;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Tests.Support;

/// <summary>Things as they usually are; a test changes what it is about.</summary>
internal static class Some
{
    public static DateTimeOffset Now { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static PolicyTerm Term(
        string number = "GL-1", string effective = "2026-07-01", string expiration = "2027-07-01") => new()
        {
            Number = number,
            Carrier = new Carrier
            {
                Name = "Great American Insurance Company",
                Naic = "16691",
                AmBestRating = "A+",
                AmBestSize = "XV",
            },
            Effective = Day(effective),
            Expiration = Day(expiration),
            Coverage = new Coverage
            {
                Form = CoverageForm.Occurrence,
                Limits = new Limits { EachOccurrence = 1_000_000, GeneralAggregate = 2_000_000 },
                AggregateAppliesPer = AggregateScope.Policy,
                Endorsements = ["CG 20 10"],
            },
            RecordedAt = Now,
        };

    public static Client Client() => new(new AccountId(Guid.CreateVersion7()), "C1", "O'Brien Freight LLC");

    /// <summary>A policy of a New York insured, added when its term was recorded.</summary>
    public static PolicyLife PolicyLife(PolicyTerm? term = null)
    {
        var life = Policies.Domain.Policies.PolicyLife.Begin(
            new AgencyId(Guid.CreateVersion7()), Client(), Life.NewYork);
        var added = term ?? Term();
        Assert.Empty(life.Record(
            new PolicyCommand.Add(PolicyLine.GeneralLiability, added.Facts(), Zone: null), added.RecordedAt).Errors);
        return life;
    }

    /// <summary>A policy of general liability as its declarations have it, for a year, as JSON.</summary>
    public static string Declared(Guid client, string number, DateOnly first) => $$"""
        { "clientId": "{{client}}", "line": "general_liability", "number": "{{number}}",
          "carrier": { "name": "Great American Insurance Company", "naic": "16691", "amBestRating": "A+", "amBestSize": "XV" },
          "effective": "{{first:O}}", "expiration": "{{first.AddYears(1):O}}",
          "limits": { "eachOccurrence": 1000000, "generalAggregate": 2000000 },
          "coverage": { "form": "occurrence", "aggregateAppliesPer": "project", "endorsements": ["CG 20 10", "CG 24 04"] } }
        """;

    /// <summary>A cancellation by the insured within a term, as JSON.</summary>
    public static string Cancellation(string effective) =>
        $$"""{ "effective": "{{effective}}", "kind": "pro_rata", "by": "insured", "reason": "business sold" }""";

    public static HolderRow Holder(int line, string zip) => new()
    {
        Line = line,
        Name = $"Holder {line}",
        Address = new PostalAddress { Street = "1 Main St", City = "Newark", State = "NJ", Zip = zip },
        Email = "certs@holder.example",
        PolicyIds = [],
        AdditionalInsured = false,
        WaiverOfSubrogation = false,
        PrimaryNoncontributory = false,
        ReceivesRenewals = true,
    };
}
