using Portal.Web.Services.Policies;

namespace Portal.Web.Formats;

/// <summary>The field's words for what the services name in their JSON.</summary>
internal static class Terms
{
    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["general_liability"] = "General liability",
        ["auto"] = "Automobile liability",
        ["umbrella"] = "Umbrella liability",
        ["excess"] = "Excess liability",
        ["workers_compensation"] = "Workers compensation",
        ["professional"] = "Professional liability",
        ["cyber"] = "Cyber liability",
        ["pollution"] = "Pollution liability",
        ["property"] = "Commercial property",
        ["inland_marine"] = "Inland marine",
        ["crime"] = "Crime",
    };

    private static readonly Dictionary<string, string> Limits = new(StringComparer.Ordinal)
    {
        ["eachOccurrence"] = "Each occurrence",
        ["damageToRentedPremises"] = "Damage to rented premises",
        ["medicalExpense"] = "Medical expense, any one person",
        ["personalAndAdvertisingInjury"] = "Personal & advertising injury",
        ["generalAggregate"] = "General aggregate",
        ["productsCompletedOperationsAggregate"] = "Products & completed operations aggregate",
        ["combinedSingleLimit"] = "Combined single limit, each accident",
        ["elEachAccident"] = "E.L. each accident",
        ["elDiseaseEachEmployee"] = "E.L. disease, each employee",
        ["elDiseasePolicyLimit"] = "E.L. disease, policy limit",
        ["buildingLimit"] = "Building limit",
        ["deductible"] = "Deductible",
        ["retention"] = "Self-insured retention",
    };

    private static readonly Dictionary<string, string[]> LimitsByLine = new(StringComparer.Ordinal)
    {
        ["general_liability"] =
        [
            "eachOccurrence", "damageToRentedPremises", "medicalExpense", "personalAndAdvertisingInjury", "generalAggregate",
            "productsCompletedOperationsAggregate", "deductible", "retention",
        ],
        ["auto"] = ["combinedSingleLimit", "deductible"],
        ["workers_compensation"] = ["elEachAccident", "elDiseaseEachEmployee", "elDiseasePolicyLimit", "deductible"],
        ["property"] = ["buildingLimit", "deductible"],
    };

    private static readonly string[] LiabilityLimits = ["eachOccurrence", "generalAggregate", "deductible", "retention"];

    private static readonly Dictionary<string, string> Autos = new(StringComparer.Ordinal)
    {
        ["any"] = "Any auto",
        ["owned"] = "Owned autos only",
        ["scheduled"] = "Scheduled autos",
        ["hired"] = "Hired autos only",
        ["non_owned"] = "Non-owned autos only",
    };

    public static string Line(string line) => Lines.GetValueOrDefault(line, line);

    public static string Limit(string limit) => Limits.GetValueOrDefault(limit, limit);

    /// <summary>The limits that a policy of the line can state, in the order of a certificate.</summary>
    public static IReadOnlyList<string> LimitsOf(string line) => LimitsByLine.GetValueOrDefault(line, LiabilityLimits);

    /// <summary>The limits that a policy does state, in the order of a certificate.</summary>
    public static IEnumerable<(string Name, decimal Amount)> AmountsOf(Policy policy) =>
        from name in LimitsOf(policy.Line)
        let amount = policy.Limits.GetValueOrDefault(name)
        where amount is not null
        select (name, amount.Value);

    public static string Auto(string scope) => Autos.GetValueOrDefault(scope, scope);

    public static string Form(string form) => form == "claims_made" ? "Claims-made" : "Occurrence";
}
