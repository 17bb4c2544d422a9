using Portal.Compliance.Domain.Evaluations;
using Portal.Compliance.Domain.Policies;
using Portal.Compliance.Domain.Proofs;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Tests.Domain;

public sealed class ComplianceEvaluatorTests
{
    private static readonly DateOnly Expiration = new(2027, 7, 1);
    private static readonly DateTimeOffset IssuedAt = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid PolicyId = Guid.CreateVersion7();

    [Theory]
    [InlineData("2027-05-31", ComplianceStatus.Current)]
    [InlineData("2027-06-01", ComplianceStatus.Expiring)]
    [InlineData("2027-06-30", ComplianceStatus.Expiring)]
    [InlineData("2027-07-01", ComplianceStatus.Expired)]
    public void A_policy_is_expiring_for_thirty_days_and_expired_from_the_day_on_which_cover_ends(
        string today, ComplianceStatus status)
    {
        var evaluation = On(today, Known());

        Assert.Equal(status, evaluation.Status);
        Assert.Equal(status == ComplianceStatus.Current, evaluation.Findings.Count == 0);
    }

    [Fact]
    public void A_policy_that_is_unknown_here_is_evaluated_by_what_was_shown()
    {
        var evaluation = ComplianceEvaluator.Evaluate(
            Proof(), new Dictionary<Guid, KnownPolicy>(), new DateOnly(2027, 1, 1));

        Assert.Equal(ComplianceStatus.Current, evaluation.Status);
    }

    [Fact]
    public void A_renewed_policy_supersedes_a_certificate_that_shows_the_old_term()
    {
        var evaluation = On("2027-06-15", Known(effective: Expiration, expiration: Expiration.AddYears(1), version: 2));

        Assert.Equal(ComplianceStatus.SupersededTerms, evaluation.Status);
        var finding = Assert.Single(evaluation.Findings, finding => finding.Status == ComplianceStatus.SupersededTerms);
        Assert.Equal("GL-100200, 2027-07-01 to 2028-07-01", finding.Required);
        Assert.Equal("GL-100200, 2026-07-01 to 2027-07-01", finding.Actual);
    }

    [Fact]
    public void An_expired_certificate_is_expired_although_the_policy_was_renewed()
    {
        var evaluation = On("2027-07-02", Known(effective: Expiration, expiration: Expiration.AddYears(1), version: 2));

        Assert.Equal(ComplianceStatus.Expired, evaluation.Status);
        Assert.Equal(2, evaluation.Findings.Count);
    }

    [Fact]
    public void A_new_number_supersedes_the_certificate() =>
        Assert.Equal(ComplianceStatus.SupersededTerms, On("2027-01-01", Known(number: "GL-999")).Status);

    [Fact]
    public void A_cancelled_policy_supersedes_the_certificate() =>
        Assert.Equal(ComplianceStatus.SupersededTerms, On("2027-01-01", Known(status: PolicyStatus.Cancelled)).Status);

    [Theory]
    [InlineData(1, ComplianceStatus.SupersededTerms)]
    [InlineData(-1, ComplianceStatus.Current)]
    public void A_correction_supersedes_only_certificates_that_were_issued_before_it(
        int hoursAfterIssue, ComplianceStatus status) =>
        Assert.Equal(status, On("2027-01-01", Known(correctedAt: IssuedAt.AddHours(hoursAfterIssue))).Status);

    private static Evaluation On(string today, KnownPolicy known) => ComplianceEvaluator.Evaluate(
        Proof(),
        new Dictionary<Guid, KnownPolicy> { [PolicyId] = known },
        DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));

    private static Proof Proof() => new()
    {
        ShareId = Guid.CreateVersion7(),
        AgencyId = Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        HolderName = "City of Seabrook",
        HolderEmail = "coi@seabrook.example",
        CertificateNumber = "C-000123",
        Revision = 1,
        IssuedAt = IssuedAt,
        Policies =
        [
            new ShownPolicy(PolicyId, PolicyLine.GeneralLiability, "GL-100200", Expiration.AddYears(-1), Expiration),
        ],
        FirstExpiration = Expiration,
    };

    private static KnownPolicy Known(
        DateOnly? effective = null,
        DateOnly? expiration = null,
        string number = "GL-100200",
        PolicyStatus status = PolicyStatus.Active,
        long version = 1,
        DateTimeOffset? correctedAt = null) => new()
        {
            PolicyId = PolicyId,
            AgencyId = Guid.CreateVersion7(),
            AccountId = Guid.CreateVersion7(),
            Version = version,
            Line = PolicyLine.GeneralLiability,
            Status = status,
            Number = number,
            Effective = effective ?? Expiration.AddYears(-1),
            Expiration = expiration ?? Expiration,
            CorrectedAt = correctedAt,
        };
}
