using Portal.Certificates.Rendering;
using Portal.Contracts.Accounts;
using Portal.Contracts.Policies;

namespace Portal.Certificate.Tests.Rendering;

/// <summary>Contents of certificates, from the one with everything in it to the bare one.</summary>
internal static class ACertificate
{
    public static readonly DateOnly Effective = new(2026, 7, 1);

    public static readonly PolicySnapshot GeneralLiability = Policy(
        PolicyLine.GeneralLiability, "GLP-3328283", "Travelers Property Casualty Company of America", "25674") with
    {
        Form = CoverageForm.Occurrence,
        AggregateAppliesPer = AggregateScope.Project,
        Endorsements = ["CG 20 10 04 13", "CG 20 37", "CG 24 04", "CG 20 01"],
        Limits = new PolicyLimits
        {
            EachOccurrence = 1_100_000,
            DamageToRentedPremises = 300_000,
            MedicalExpense = 10_000,
            PersonalAndAdvertisingInjury = 1_200_000,
            GeneralAggregate = 2_300_000,
            ProductsCompletedOperationsAggregate = 2_400_000,
        },
    };

    public static readonly PolicySnapshot Auto = Policy(
        PolicyLine.Auto, "AUT-6711537", "Selective Insurance Company of America", "12572") with
    {
        AutoScopes = [AutoScope.Scheduled, AutoScope.Hired],
        Endorsements = ["CA 20 48"],
        Limits = new PolicyLimits { CombinedSingleLimit = 1_500_000 },
    };

    public static readonly PolicySnapshot Umbrella = Policy(
        PolicyLine.Umbrella, "UMB-9301681", "National Union Fire Insurance Company of Pittsburgh, Pa.", "19445") with
    {
        Form = CoverageForm.Occurrence,
        Limits = new PolicyLimits { EachOccurrence = 5_000_000, GeneralAggregate = 6_000_000, Retention = 10_500 },
    };

    public static readonly PolicySnapshot WorkersCompensation = Policy(
        PolicyLine.WorkersCompensation, "WCP-1120044", "Zurich American Insurance Company", "16535") with
    {
        PerStatute = true,
        OfficersExcluded = true,
        Endorsements = ["WC 00 03 13"],
        Limits = new PolicyLimits
        {
            ElEachAccident = 500_000,
            ElDiseaseEachEmployee = 600_000,
            ElDiseasePolicyLimit = 700_000,
        },
    };

    public static readonly PolicySnapshot Professional = Policy(
        PolicyLine.Professional, "PRO-55", "Philadelphia Indemnity Insurance Company", "18058") with
    {
        Form = CoverageForm.ClaimsMade,
        Limits = new PolicyLimits { EachOccurrence = 2_500_000, GeneralAggregate = 3_500_000, Deductible = 25_000 },
    };

    public static readonly PolicySnapshot Property = Policy(
        PolicyLine.Property, "PRP-77", "Philadelphia Indemnity Insurance Company", "18058") with
    {
        Limits = new PolicyLimits { BuildingLimit = 12_750_000, Deductible = 5_000 },
    };

    /// <summary>A certificate of the given policies, whose holder was granted everything.</summary>
    public static CertificateContent Of(params PolicySnapshot[] policies) => new()
    {
        Number = "C4T7K-9QX2M",
        Revision = 3,
        DateIssued = new DateOnly(2026, 6, 15),
        IssuedAt = new DateTimeOffset(2026, 6, 15, 14, 30, 0, TimeSpan.Zero),
        Producer = new CertificateProducer
        {
            Name = "Harborlight Insurance Agency",
            Address = Address("400 Congress Ave, Suite 1200", "Austin", "TX", "78701"),
            ContactName = "Dana Whitfield",
            Phone = "(512) 555-0143",
            Fax = "(512) 555-0144",
            Email = "certificates@harborlight.example",
        },
        Insured = new InsuredSnapshot
        {
            ClientRef = "C610003",
            LegalName = "Dąbrowski Steel Erectors Co.",
            Dba = "Front Range Steel",
            Address = Address("1379 Main St, Suite 620", "Denver", "CO", "80202"),
        },
        Policies = policies,
        Holder = new CertificateHolder
        {
            Name = "Jørgensen Bank, N.A., its successors and/or assigns",
            Address = Address("9415 Canal St", "Newark", "NJ", "07102"),
        },
        Terms = new HolderTerms
        {
            AdditionalInsured = true,
            WaiverOfSubrogation = true,
            PrimaryNoncontributory = true,
            Project = "Job 2319 - Sacramento",
            Wording = "All operations of the named insured at the above project.",
        },
        AuthorizedRepresentative = "Morgan Ellery",
        VerificationUrl = "https://portal.harborlight.example/verify/9QX2MC4T7KH3JW8R",
    };

    public static PolicySnapshot Policy(PolicyLine line, string number, string carrier, string naic) => new()
    {
        PolicyId = Guid.CreateVersion7(),
        Version = 1,
        Line = line,
        Status = PolicyStatus.Active,
        Number = number,
        CarrierName = carrier,
        CarrierNaic = naic,
        Effective = Effective,
        Expiration = Effective.AddYears(1),
        Limits = new PolicyLimits(),
        AutoScopes = [],
        Endorsements = [],
    };

    private static PostalAddress Address(string street, string city, string state, string zip) =>
        new() { Street = street, City = city, State = state, Zip = zip };
}
