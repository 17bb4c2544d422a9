using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Policies.Rules;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Tests.Domain;

public sealed class RenewingTests
{
    [Fact]
    public void A_renewal_keeps_what_it_does_not_name_and_the_old_term()
    {
        var policy = Some.Policy();

        Assert.Empty(Renew(policy, "2027-07-01", "2028-07-01"));

        Assert.Equal(2, policy.Terms.Count);
        Assert.Equal(Some.Day("2026-07-01"), policy.Terms[0].Effective);
        Assert.Equal(
            policy.Terms[0] with
            {
                Effective = Some.Day("2027-07-01"),
                Expiration = Some.Day("2028-07-01"),
                Version = 2,
            },
            policy.Current);
        Assert.Equal((Some.Day("2028-07-01"), 2), (policy.Expiration, policy.Revision));
    }

    [Fact]
    public void A_renewal_takes_number_carrier_and_limits_that_it_names()
    {
        var policy = Some.Policy();
        var change = new TermChange
        {
            Number = "GL-2",
            CarrierName = "Continental Casualty Company",
            CarrierNaic = "20443",
            Limits = new Dictionary<LimitKind, decimal?> { [LimitKind.EachOccurrence] = 2_000_000 },
        };

        Assert.Empty(policy.Renew(Some.Day("2027-07-01"), Some.Day("2028-07-01"), change, Some.Now));

        Assert.Equal("GL-2", policy.Current.Number);
        Assert.Equal(new Carrier { Name = "Continental Casualty Company", Naic = "20443" }, policy.Current.Carrier);
        Assert.Equal(
            (2_000_000m, 2_000_000m),
            (policy.Current.Coverage.Limits.EachOccurrence, policy.Current.Coverage.Limits.GeneralAggregate));
    }

    [Theory]
    [InlineData("2027-06-30", "2028-06-30", "term-overlaps", "Effective")]
    [InlineData("2026-07-01", "2027-07-01", "term-runs-backwards", "Effective")]
    [InlineData("2025-07-01", "2026-07-01", "term-runs-backwards", "Effective")]
    [InlineData("2027-07-01", "2027-07-01", "expiration-not-after-effective", "Expiration")]
    [InlineData("2028-07-01", "2027-07-01", "expiration-not-after-effective", "Expiration")]
    [InlineData("2027-07-01", "2032-07-02", "term-too-long", "Expiration")]
    [InlineData("2029-07-02", "2030-07-02", "renewal-too-late", "Effective")]
    [InlineData("9999-07-01", "9999-12-31", "renewal-too-late", "Effective")]
    public void Dates_that_make_no_term_are_refused_by_the_date_that_is_wrong(
        string effective, string expiration, string code, string member)
    {
        var policy = Some.Policy();

        var problem = Renew(policy, effective, expiration)[0];

        Assert.Equal((code, member), (problem.Code, problem.Field));
        Assert.Single(policy.Terms);
    }

    [Theory]
    [InlineData("2027-07-01", "2032-07-01")]
    [InlineData("2029-07-01", "2030-07-01")]
    [InlineData("2027-07-02", "2027-07-03")]
    public void Five_years_a_gap_of_two_and_a_single_day_are_terms(string effective, string expiration) =>
        Assert.Empty(Renew(Some.Policy(), effective, expiration));

    [Fact]
    public void Renewing_a_cancelled_policy_is_a_conflict()
    {
        var policy = Some.Policy();
        Assert.Empty(policy.Cancel(Some.Day("2026-12-01"), Some.Now));

        var problem = Assert.IsType<CancelledPolicyStaysCancelled>(
            Assert.Single(Renew(policy, "2027-07-01", "2028-07-01")));

        Assert.IsAssignableFrom<Conflict>(problem);
        Assert.Equal("PolicyId", problem.Field);
    }

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2027-06-30", true)]
    [InlineData("2027-07-01", false)]
    public void A_policy_is_cancelled_as_of_a_day_of_its_term(string asOf, bool can)
    {
        var policy = Some.Policy();

        Assert.Equal(can, policy.Cancel(Some.Day(asOf), Some.Now).Count == 0);
        Assert.Equal(can ? PolicyStatus.Cancelled : PolicyStatus.Active, policy.Status);
    }

    [Theory]
    [InlineData("2026-07-01", "2027-07-01", "2027-07-01", "2028-07-01")]
    [InlineData("2026-07-01", "2027-01-01", "2027-01-01", "2027-07-01")]
    [InlineData("2026-07-10", "2026-07-20", "2026-07-20", "2026-07-30")]
    [InlineData("2023-03-01", "2024-03-01", "2024-03-01", "2025-03-01")]
    [InlineData("2024-02-29", "2025-03-01", "2025-03-01", "2026-03-01")]
    [InlineData("2026-01-15", "2026-04-30", "2026-04-30", "2026-08-13")]
    public void A_term_of_the_same_length_is_counted_in_months_where_it_has_them(
        string effective, string expiration, string next, string expected) =>
        Assert.Equal(
            Some.Day(expected), Some.Term(effective: effective, expiration: expiration).ExpirationFrom(Some.Day(next)));

    [Fact]
    public void A_correction_that_says_nothing_new_changes_nothing()
    {
        var policy = Some.Policy();

        Assert.Empty(policy.Correct(Some.Term() with { RecordedAt = Some.Now.AddDays(1) }));

        Assert.Equal((1, Some.Now), (policy.Revision, policy.Current.RecordedAt));
    }

    [Fact]
    public void A_policy_is_expired_from_the_day_on_which_its_term_ends()
    {
        Assert.False(Some.Policy().IsExpired(Some.Day("2027-06-30")));
        Assert.True(Some.Policy().IsExpired(Some.Day("2027-07-01")));
    }

    private static IReadOnlyList<Error> Renew(Policy policy, string effective, string expiration) =>
        policy.Renew(Some.Day(effective), Some.Day(expiration), new TermChange(), Some.Now);
}
