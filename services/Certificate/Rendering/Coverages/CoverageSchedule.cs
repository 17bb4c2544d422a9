using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>
/// The policies of one certificate, sorted into the sections that the page has, and the insurers behind them.
/// </summary>
internal sealed class CoverageSchedule
{
    private CoverageSchedule(List<Insurer> insurers, List<Coverage> coverages)
    {
        Insurers = insurers;
        All = coverages;
        GeneralLiability = First(CertificateSection.GeneralLiability);
        Auto = First(CertificateSection.Automobile);
        UmbrellaOrExcess = First(CertificateSection.UmbrellaOrExcess);
        WorkersCompensation = First(CertificateSection.WorkersCompensation);
        Others =
        [
            .. coverages.Where(
                coverage => coverage != GeneralLiability && coverage != Auto && coverage != UmbrellaOrExcess
                    && coverage != WorkersCompensation),
        ];
    }

    /// <summary>In the order in which the page first refers to them.</summary>
    public IReadOnlyList<Insurer> Insurers { get; }

    public IReadOnlyList<Coverage> All { get; }

    public Coverage? GeneralLiability { get; }

    public Coverage? Auto { get; }

    public Coverage? UmbrellaOrExcess { get; }

    public Coverage? WorkersCompensation { get; }

    /// <summary>Lines without a section of their own, and second policies of a line that has one.</summary>
    public IReadOnlyList<Coverage> Others { get; }

    /// <summary>Sorts the policies and says of each what it gives the holder.</summary>
    public static CoverageSchedule Of(IEnumerable<PolicySnapshot> policies, HolderTerms terms)
    {
        var insurers = new List<Insurer>();
        var shown = InOrderOfThePage(policies.Where(policy => policy.Status == PolicyStatus.Active));
        var additionalInsured = terms.AdditionalInsured
            && shown.Any(policy => EndorsementForms.ForAdditionalInsured(policy).Count > 0);
        var waived = terms.WaiverOfSubrogation
            && shown.Any(
                policy => LineOfBusiness.Of(policy.Line).IsPrimary
                    && EndorsementForms.ForWaiverOfSubrogation(policy).Count > 0);
        var coverages = shown.ConvertAll(policy => new Coverage
        {
            Policy = policy,
            InsurerLetter = LetterOf(policy, insurers),
            AdditionalInsured = LineOfBusiness.Of(policy.Line) switch
            {
                { HasAdditionalInsureds: false } => null,
                { FollowsPrimary: true } => additionalInsured,
                _ => terms.AdditionalInsured && EndorsementForms.ForAdditionalInsured(policy).Count > 0,
            },
            SubrogationWaived = LineOfBusiness.Of(policy.Line).FollowsPrimary
                ? waived
                : terms.WaiverOfSubrogation && EndorsementForms.ForWaiverOfSubrogation(policy).Count > 0,
        });
        return new CoverageSchedule(insurers, coverages);
    }

    /// <summary>The policies that fill a section, then the others, each by line, date and number.</summary>
    private static List<PolicySnapshot> InOrderOfThePage(IEnumerable<PolicySnapshot> policies)
    {
        var sections = new HashSet<CertificateSection>();
        return [.. policies
            .OrderBy(policy => policy.Line).ThenBy(policy => policy.Effective)
                .ThenBy(policy => policy.Number, StringComparer.Ordinal)
            .Select(
                policy => (
                    Policy: policy,
                    FillsSection: LineOfBusiness.Of(policy.Line).Section is { } section && sections.Add(section)))
            .OrderByDescending(sorted => sorted.FillsSection)
            .Select(sorted => sorted.Policy)];
    }

    private static string LetterOf(PolicySnapshot policy, List<Insurer> insurers)
    {
        var known = insurers.Find(insurer => insurer.Name == policy.CarrierName && insurer.Naic == policy.CarrierNaic);
        if (known is null)
        {
            known = new Insurer(Insurer.LetterOf(insurers.Count), policy.CarrierName, policy.CarrierNaic);
            insurers.Add(known);
        }

        return known.Letter;
    }

    private Coverage? First(CertificateSection section) =>
        All.FirstOrDefault(coverage => LineOfBusiness.Of(coverage.Policy.Line).Section == section);
}
