using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>
/// Composes the description of operations: project, what the policies give this holder, and the holder's own wording.
/// </summary>
internal static class OperationsDescription
{
    /// <returns>Paragraphs divided by line ends; empty where there is nothing to say.</returns>
    public static string Of(CertificateContent content, CoverageSchedule schedule)
    {
        var paragraphs = new List<string>();
        if (!string.IsNullOrWhiteSpace(content.Terms.Project))
        {
            paragraphs.Add($"Project: {content.Terms.Project.Trim()}");
        }

        AddGrant(
            paragraphs,
            "The certificate holder is an additional insured under",
            schedule.All.Where(coverage => coverage.AdditionalInsured == true),
            EndorsementForms.ForAdditionalInsured);
        AddGrant(
            paragraphs,
            "Subrogation against the certificate holder is waived under",
            schedule.All.Where(coverage => coverage.SubrogationWaived),
            EndorsementForms.ForWaiverOfSubrogation);
        AddGrant(
            paragraphs,
            "As respects the certificate holder, insurance is primary and noncontributory under",
            schedule.All.Where(
                coverage => content.Terms.PrimaryNoncontributory
                    && EndorsementForms.ForPrimaryNoncontributory(coverage.Policy).Count > 0),
            EndorsementForms.ForPrimaryNoncontributory);
        if (!string.IsNullOrWhiteSpace(content.Terms.Wording))
        {
            paragraphs.Add(content.Terms.Wording.Trim());
        }

        paragraphs.AddRange(
            schedule.All.Except(schedule.Others)
                .SelectMany(coverage => Limit.BeyondSection(coverage.Policy).Select(limit =>
            $"{LineOfBusiness.Of(coverage.Policy.Line).Name} {coverage.Policy.Number}: {limit.Name} "
            + $"{Figures.Money(limit.Amount)}")));
        return string.Join('\n', paragraphs);
    }

    private static void AddGrant(
        List<string> paragraphs,
        string opening,
        IEnumerable<Coverage> coverages,
        Func<PolicySnapshot, IReadOnlyList<string>> formsOf)
    {
        var named = coverages.Select(coverage => Name(coverage.Policy, formsOf(coverage.Policy))).Distinct().ToList();
        if (named.Count > 0)
        {
            paragraphs.Add($"{opening} {string.Join("; ", named)}.");
        }
    }

    private static string Name(PolicySnapshot policy, IReadOnlyList<string> forms) => forms.Count > 0
        ? $"{LineOfBusiness.Of(policy.Line).Name.ToLowerInvariant()} ({string.Join(", ", forms)})"
        : $"{LineOfBusiness.Of(policy.Line).Name.ToLowerInvariant()} (following the primary insurance)";
}
