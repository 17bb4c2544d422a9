using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Policies.Rules;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

public sealed class TermRulesTests
{
    [Fact]
    public void A_usual_term_keeps_every_rule() =>
        Assert.Empty(TermRules.Broken(PolicyLine.GeneralLiability, Some.Term()));

    [Theory]
    [InlineData("1234")]
    [InlineData("123456")]
    [InlineData("1234x")]
    [InlineData("１２３４５")]
    [InlineData("")]
    public void A_NAIC_code_has_five_digits(string naic) => Breaks(
        "Carrier.Naic", Some.Term() with { Carrier = Some.Term().Carrier with { Naic = naic } });

    [Theory]
    [InlineData("A+++", "XV", "Carrier.AmBestRating")]
    [InlineData("A", "XVI", "Carrier.AmBestSize")]
    public void AM_Best_knows_no_such_rating(string rating, string size, string member) => Breaks(
        member, Some.Term() with { Carrier = Some.Term().Carrier with { AmBestRating = rating, AmBestSize = size } });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000000.50)]
    [InlineData(100000000001)]
    public void A_limit_is_whole_dollars_above_zero(double amount) => Breaks(
        "Limits.EachOccurrence", WithLimits(limits => limits with { EachOccurrence = (decimal)amount }));

    [Fact]
    public void A_deductible_may_be_zero() => Assert.Empty(TermRules.Broken(
        PolicyLine.GeneralLiability, WithLimits(limits => limits with { Deductible = 0 })));

    [Fact]
    public void A_limit_of_another_line_is_refused_by_its_name() => Breaks(
        "Limits.CombinedSingleLimit", WithLimits(limits => limits with { CombinedSingleLimit = 1_000_000 }));

    [Fact]
    public void A_policy_states_the_limits_that_make_up_its_line() => Breaks(
        "Limits.GeneralAggregate", WithLimits(limits => limits with { GeneralAggregate = null }));

    [Fact]
    public void Autos_belong_to_an_auto_policy() => Breaks(
        "Coverage.AutoScopes",
        Some.Term() with { Coverage = Some.Term().Coverage with { AutoScopes = [AutoScope.Any] } });

    [Theory]
    [InlineData("")]
    [InlineData("GL\u0000")]
    [InlineData("GL\n1")]
    public void A_policy_number_is_one_printable_line(string number) => Breaks("Number", Some.Term(number));

    [Theory]
    [InlineData("9998-07-01", "9999-07-01", new[] { "Effective", "Expiration" })]
    [InlineData("2200-07-01", "2201-07-01", new[] { "Expiration" })]
    [InlineData("1899-12-31", "1900-12-31", new[] { "Effective" })]
    [InlineData("0001-01-01", "9999-12-31", new[] { "Effective", "Expiration" })]
    [InlineData("1900-01-01", "1901-01-01", new string[0])]
    [InlineData("2199-12-31", "2200-12-31", new string[0])]
    public void A_year_that_is_a_slip_is_told_once_by_its_date(string effective, string expiration, string[] members)
    {
        var problems = TermRules.Broken(
            PolicyLine.GeneralLiability, Some.Term() with
            {
                Effective = Some.Day(effective),
                Expiration = Some.Day(expiration),
            });

        Assert.Equal(members, problems.Select(problem => problem.Field));
        Assert.All(
            problems, problem => Assert.Contains("years 1900 to 2200", problem.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var term = Some.Term("") with
        {
            Carrier = new Carrier { Name = "", Naic = "" },
            Expiration = Some.Day("2026-07-01"),
        };

        Assert.Equal(
            ["Expiration", "Number", "Carrier.Name", "Carrier.Naic"],
            TermRules.Broken(PolicyLine.GeneralLiability, term).Select(problem => problem.Field));
    }

    private static PolicyTerm WithLimits(Func<Limits, Limits> change) =>
        Some.Term() with { Coverage = Some.Term().Coverage with { Limits = change(Some.Term().Coverage.Limits) } };

    private static void Breaks(string member, PolicyTerm term) =>
        Assert.Equal(member, Assert.Single(TermRules.Broken(PolicyLine.GeneralLiability, term)).Field);
}
