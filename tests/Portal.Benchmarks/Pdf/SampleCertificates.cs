using Portal.Certificates.Rendering;
using Portal.Contracts.Accounts;
using Portal.Contracts.Policies;

namespace Portal.Benchmarks.Pdf;

/// <summary>
/// Certificates such as a contractor's renewal makes: one insured, four policies, a holder of its own each.
/// </summary>
internal static class SampleCertificates
{
    private static readonly string[] Holders =
    [
        "Kowalczyk Hospital District", "Jørgensen Bank, N.A., its successors and/or assigns",
        "Quintero Transit Authority", "Whitaker Builders",
        "Ibarra Housing Authority", "Lindqvist Properties LLC", "Okafor Development Group",
        "Dąbrowski Unified School District",
        "Hernandez General Contractors", "City of Sacramento, its officers and employees", "Marsh & Sons Realty",
        "Petrov Logistics Park",
    ];

    private static readonly PolicySnapshot[] Policies =
    [
        Policy(
            PolicyLine.GeneralLiability,
            "UTW6834134",
            "Travelers Property Casualty Company of America",
            "25674",
            CoverageForm.Occurrence,
            ["CG 20 10", "CG 20 37", "CG 24 04", "CG 20 01"]) with
        {
            AggregateAppliesPer = AggregateScope.Project,
            Limits = new PolicyLimits
            {
                EachOccurrence = 1_000_000,
                DamageToRentedPremises = 300_000,
                MedicalExpense = 10_000,
                PersonalAndAdvertisingInjury = 1_000_000,
                GeneralAggregate = 2_000_000,
                ProductsCompletedOperationsAggregate = 2_000_000,
            },
        },
        Policy(
            PolicyLine.Auto,
            "RKM8996438",
            "Travelers Property Casualty Company of America",
            "25674",
            null,
            ["CA 20 48"]) with
        {
            AutoScopes = [AutoScope.Scheduled, AutoScope.Hired, AutoScope.NonOwned],
            Limits = new PolicyLimits { CombinedSingleLimit = 1_000_000 },
        },
        Policy(
            PolicyLine.Umbrella,
            "RMM3551087",
            "Great American Insurance Company",
            "16691",
            CoverageForm.Occurrence,
            []) with
        {
            Limits = new PolicyLimits { EachOccurrence = 5_000_000, GeneralAggregate = 5_000_000, Retention = 0 },
        },
        Policy(
            PolicyLine.WorkersCompensation,
            "WCX1120044",
            "Zurich American Insurance Company",
            "16535",
            null,
            ["WC 00 03 13"]) with
        {
            PerStatute = true,
            OfficersExcluded = false,
            Limits = new PolicyLimits
            {
                ElEachAccident = 1_000_000,
                ElDiseaseEachEmployee = 1_000_000,
                ElDiseasePolicyLimit = 1_000_000,
            },
        },
    ];

    /// <summary>The certificate of one of many holders.</summary>
    public static CertificateContent Number(int number) => new()
    {
        Number = $"C4T7K-{number:D5}",
        Revision = 2,
        DateIssued = new DateOnly(2026, 7, 1),
        IssuedAt = new DateTimeOffset(2026, 7, 1, 14, 30, 0, TimeSpan.Zero),
        Producer = new CertificateProducer
        {
            Name = "Harborline Insurance Agency, Inc.",
            Address = Address("400 Congress Ave, Suite 1200", "Austin", "TX", "78701"),
            ContactName = "Dana Whitfield",
            Phone = "(512) 555-0143",
            Fax = "(512) 555-0144",
            Email = "certificates@harborline.example",
        },
        Insured = new InsuredSnapshot
        {
            ClientRef = "C620001",
            LegalName = "Petrov Scaffolding LLC",
            Address = Address("8943 Industrial Blvd", "Houston", "TX", "77002"),
        },
        Policies = Policies,
        Holder = new CertificateHolder
        {
            Name = Holders[number % Holders.Length],
            Address = Address($"{1000 + number} Airport Pkwy, Suite 679", "Denver", "CO", "80202"),
        },
        Terms = new HolderTerms
        {
            AdditionalInsured = number % 2 == 0,
            WaiverOfSubrogation = number % 3 != 0,
            PrimaryNoncontributory = number % 4 == 0,
            Project = number % 3 == 0 ? $"Job {number} - Newark" : null,
            Wording = number % 2 == 0
                ? "Certificate holder is included as additional insured as required by written contract."
                : null,
        },
        AuthorizedRepresentative = "Dana Whitfield",
        VerificationUrl = $"https://portal.harborline.example/verify/9QX2MC4T7KH3JW8R{number:D5}",
    };

    private static PolicySnapshot Policy(
        PolicyLine line, string number, string carrier, string naic, CoverageForm? form, string[] endorsements) => new()
        {
            PolicyId = Guid.Empty,
            Version = 1,
            Line = line,
            Status = PolicyStatus.Active,
            Number = number,
            CarrierName = carrier,
            CarrierNaic = naic,
            Effective = new DateOnly(2026, 7, 1),
            Expiration = new DateOnly(2027, 7, 1),
            Form = form,
            Limits = new PolicyLimits(),
            AutoScopes = [],
            Endorsements = endorsements,
        };

    private static PostalAddress Address(string street, string city, string state, string zip) =>
        new() { Street = street, City = city, State = state, Zip = zip };
}
