namespace Portal.Web.Formats;

/// <summary>What coverages, limits and forms mean, for readers who are not of the field.</summary>
internal static class PlainWords
{
    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["general_liability"] = "Pays when somebody says your business hurt them or damaged what is theirs.",
        ["auto"] = "Pays when a vehicle used for your business injures somebody or damages property.",
        ["umbrella"] = "Pays on top of your other liability policies, once one of them has paid its limit.",
        ["excess"] = "Adds to the limits of a policy below it, on that policy's own terms.",
        ["workers_compensation"] = "Pays medical care and lost wages when an employee is hurt or falls ill through work.",
        ["professional"] = "Pays when a client says your advice or professional work cost them money.",
        ["cyber"] = "Pays for what follows a data breach or an attack on your computers.",
        ["pollution"] = "Pays for injury, damage and clean-up when your work releases something harmful.",
        ["property"] = "Pays to repair or replace your building and what belongs to it.",
        ["inland_marine"] = "Pays for tools, equipment and goods that move from place to place.",
        ["crime"] = "Pays when money or property is stolen from your business, by its own people too.",
    };

    private static readonly Dictionary<string, string> Limits = new(StringComparer.Ordinal)
    {
        ["eachOccurrence"] = "The most the insurer pays for one event.",
        ["damageToRentedPremises"] = "The most for damage to a place that you rent, such as by fire.",
        ["medicalExpense"] = "Paid for a person who is hurt, whoever was at fault.",
        ["personalAndAdvertisingInjury"] = "The most for harm such as slander, or taking another's idea for your advertising.",
        ["generalAggregate"] = "The most for all events of one term together, except products and finished work.",
        ["productsCompletedOperationsAggregate"] = "The most in one term for harm from your products, or from work after it is finished.",
        ["combinedSingleLimit"] = "The most for one accident, injuries and damage together.",
        ["elEachAccident"] = "Employers liability: the most for one accident at work.",
        ["elDiseaseEachEmployee"] = "Employers liability: the most for one employee's illness from work.",
        ["elDiseasePolicyLimit"] = "Employers liability: the most for all such illnesses of one term together.",
        ["buildingLimit"] = "The most paid to repair or rebuild the building.",
        ["deductible"] = "What you pay yourself of each claim.",
        ["retention"] = "What you pay yourself where no policy below this one pays.",
    };

    // Editions change over the years; the form's number stays, so only it is compared.
    private static readonly Dictionary<string, string> Endorsements = new(StringComparer.Ordinal)
    {
        ["CG2001"] = "Your policy pays first and does not ask the other party's to share (primary and noncontributory).",
        ["CG2010"] = "Covers those you work for as additional insureds while the work goes on.",
        ["CG2037"] = "Covers those you work for as additional insureds after the work is finished.",
        ["CG2404"] = "Your insurer won't ask its money back from those you agreed it with (waiver of subrogation).",
        ["CG2503"] = "The general aggregate applies to each project separately.",
        ["CG2504"] = "The general aggregate applies to each location separately.",
        ["CA0444"] = "The auto insurer won't ask its money back from those you agreed it with (waiver of subrogation).",
        ["CA2048"] = "Covers a named party for accidents of your vehicles (designated insured).",
        ["WC000313"] = "The insurer won't ask its money back from those you agreed it with (waiver of subrogation).",
    };

    public static string? Line(string line) => Lines.GetValueOrDefault(line);

    public static string? Limit(string limit) => Limits.GetValueOrDefault(limit);

    public static string Form(string form) => form == "claims_made"
        ? "Covers claims that are made during the term. Ask your agency before you let it end."
        : "Covers what happens during the term, even if the claim comes later.";

    public static string AggregateScope(string scope) => scope switch
    {
        "project" => "The general aggregate counts for each project anew.",
        "location" => "The general aggregate counts for each location anew.",
        _ => "The general aggregate counts once for the whole policy.",
    };

    /// <summary>What a form that is part of a policy does; null where only the form itself can say.</summary>
    public static string? Endorsement(string form)
    {
        var number = string.Concat(form.Where(char.IsAsciiLetterOrDigit));
        return Endorsements.FirstOrDefault(known => number.StartsWith(known.Key, StringComparison.OrdinalIgnoreCase)).Value;
    }
}
