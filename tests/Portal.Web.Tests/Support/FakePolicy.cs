
namespace Portal.Web.Tests.Support;

/// <summary>A policy as Policy answers it.</summary>
internal sealed class FakePolicy
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public required string Line { get; init; }

    public required string Number { get; init; }

    public required DateOnly Expiration { get; set; }

    public required Dictionary<string, decimal?> Limits { get; init; }

    public bool IsCancelled { get; set; }

    /// <summary>A year before its end unless given.</summary>
    public DateOnly Effective
    {
        get => field == default ? Expiration.AddYears(-1) : field;
        set;
    }

    public static FakePolicy GeneralLiability(DateOnly expiration) => new()
    {
        Line = "general_liability",
        Number = "GL-2026-88231",
        Expiration = expiration,
        Limits = new()
        {
            ["eachOccurrence"] = 1_000_000,
            ["damageToRentedPremises"] = 100_000,
            ["medicalExpense"] = 5_000,
            ["personalAndAdvertisingInjury"] = 1_000_000,
            ["generalAggregate"] = 2_000_000,
            ["productsCompletedOperationsAggregate"] = 2_000_000,
            ["deductible"] = null,
        },
    };

    public static FakePolicy Auto(DateOnly expiration) => new()
    {
        Line = "auto",
        Number = "CA-2026-1",
        Expiration = expiration,
        Limits = new() { ["combinedSingleLimit"] = 1_000_000 },
    };

    public static FakePolicy Umbrella(DateOnly expiration) => new()
    {
        Line = "umbrella",
        Number = "UMB-77",
        Expiration = expiration,
        Limits = new() { ["eachOccurrence"] = 5_000_000, ["generalAggregate"] = 5_000_000, ["retention"] = 10_000 },
    };

    public static object Term(
        DateOnly effective,
        DateOnly expiration,
        string number,
        IReadOnlyDictionary<string, decimal?> limits,
        FakeCarrier? carrier = null) => new
        {
            number,
            carrier = carrier ?? FakeCarrier.Selective,
            effective,
            expiration,
            limits,
        };

    /// <summary>The policy as it is listed and read.</summary>
    public object ToJson() => new
    {
        id = Id,
        line = Line,
        number = Number,
        carrier = FakeCarrier.Selective,
        effective = Effective,
        expiration = Expiration,
        status = IsCancelled ? "cancelled" : Expiration <= FakeClients.Today ? "expired" : "active",
        cancelledAsOf = IsCancelled ? FakeClients.Today : (DateOnly?)null,
        limits = Limits,
        coverage = new
        {
            form = Line == "auto" ? null : "occurrence",
            aggregateAppliesPer = Line == "general_liability" ? "project" : null,
            autoScopes = Line == "auto" ? (string[])["any"] : [],
            perStatute = (bool?)null,
            officersExcluded = (bool?)null,
            endorsements = Line == "general_liability" ? (string[])["CG 20 10", "CG 20 37", "CG 24 04"] : [],
        },
        terms = new[]
        {
            Term(Effective, Expiration, Number, Limits),
            Term(Effective.AddYears(-1), Effective, "OLD-1", Limits),
        },
    };
}
