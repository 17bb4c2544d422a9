namespace Portal.Insurance;

/// <summary>
/// A section of a certificate of liability insurance: the form has a place of its own for these lines (ACORD 25).
/// </summary>
public sealed record CertificateSection
{
    private CertificateSection()
    {
    }

    public static CertificateSection GeneralLiability { get; } = new()
    {
        Heading = ["COMMERCIAL GENERAL LIABILITY"],
        Limits =
        [
            LimitKind.EachOccurrence, LimitKind.DamageToRentedPremises, LimitKind.MedicalExpense,
            LimitKind.PersonalAndAdvertisingInjury, LimitKind.GeneralAggregate,
            LimitKind.ProductsCompletedOperationsAggregate,
        ],
    };

    public static CertificateSection Automobile { get; } = new()
    {
        Heading = ["AUTOMOBILE LIABILITY"],
        Limits = [LimitKind.CombinedSingleLimit],
    };

    /// <summary>Umbrella and excess liability share one; a box says which it is.</summary>
    public static CertificateSection UmbrellaOrExcess { get; } = new()
    {
        Heading = ["UMBRELLA / EXCESS LIABILITY"],
        Limits = [LimitKind.EachOccurrence, LimitKind.GeneralAggregate, LimitKind.Deductible, LimitKind.Retention],
    };

    public static CertificateSection WorkersCompensation { get; } = new()
    {
        Heading = ["WORKERS COMPENSATION", "AND EMPLOYERS' LIABILITY"],
        Limits = [LimitKind.ElEachAccident, LimitKind.ElDiseaseEachEmployee, LimitKind.ElDiseasePolicyLimit],
    };

    /// <summary>Its heading, line by line.</summary>
    public required IReadOnlyList<string> Heading { get; init; }

    /// <summary>The limits that it has rows for, in their order.</summary>
    public required IReadOnlyList<LimitKind> Limits { get; init; }

    /// <summary>The name of a limit in its row.</summary>
    public string NameOf(LimitKind kind) => LineOfBusiness.All.First(line => line.Section == this).SectionNameOf(kind);
}
