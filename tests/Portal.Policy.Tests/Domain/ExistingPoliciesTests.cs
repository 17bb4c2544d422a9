using Portal.Contracts.Policies;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Imports.RunImportStage;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

public sealed class ExistingPoliciesTests
{
    [Fact]
    public void The_same_row_again_changes_nothing()
    {
        var existing = Existing(Some.PolicyLife());

        Assert.Equal(1, existing.Enter(PolicyLine.GeneralLiability, Some.Term()).Counts.Unchanged);
    }

    [Fact]
    public void Other_limits_on_the_same_dates_correct_the_policy()
    {
        var life = Some.PolicyLife();
        var term = Some.Term() with { Coverage = Some.Term().Coverage with { Endorsements = ["CG 20 37"] } };

        Assert.Equal(1, Existing(life).Enter(PolicyLine.GeneralLiability, term).Counts.Updated);
        Assert.Equal(["CG 20 37"], life.Policy.Current.Coverage.Endorsements);
    }

    [Theory]
    [InlineData("GL-1")]
    [InlineData("GL-2")]
    public void A_later_term_is_a_renewal_that_no_import_makes(string number)
    {
        var life = Some.PolicyLife();

        var outcome = Existing(life)
            .Enter(PolicyLine.GeneralLiability, Some.Term(number, "2027-07-01", "2028-07-01"));

        Assert.Equal("import-is-no-renewal", outcome.Problem!.Code);
        Assert.Contains($"/api/v1/policies/{life.Policy.Id}/renewals", outcome.Problem.Detail, StringComparison.Ordinal);
        Assert.Single(life.Policy.Terms);
    }

    [Fact]
    public void A_second_policy_of_a_line_beside_the_first_is_added()
    {
        var existing = Existing(Some.PolicyLife());

        Assert.True(existing.Enter(PolicyLine.GeneralLiability, Some.Term("GL-2", "2026-09-01", "2027-09-01")).IsAdded);
        Assert.Equal(2, existing.Policies.Count());
    }

    [Fact]
    public void The_row_of_a_term_that_was_renewed_since_changes_nothing()
    {
        var life = Some.PolicyLife();
        Renew(life, "GL-2");

        Assert.Equal(1, Existing(life).Enter(PolicyLine.GeneralLiability, Some.Term()).Counts.Unchanged);
    }

    [Fact]
    public void A_past_term_is_not_changed()
    {
        var life = Some.PolicyLife();
        Renew(life);

        var outcome = Existing(life).Enter(PolicyLine.GeneralLiability, Some.Term(expiration: "2027-06-01"));

        Assert.Equal("term-is-past", outcome.Problem!.Code);
    }

    [Fact]
    public void A_cancelled_policy_is_not_corrected()
    {
        var life = Some.PolicyLife();
        var cancel = new PolicyCommand.Cancel(
            Some.Day("2026-12-01"), CancellationKind.ProRata, EndingParty.Insured);
        Assert.Empty(life.Record(cancel, Some.Now.AddMonths(7)).Errors);

        Assert.Equal(
            "policy-cancelled",
            Existing(life).Enter(PolicyLine.GeneralLiability, Some.Term(expiration: "2027-06-01")).Problem!.Code);
    }

    [Fact]
    public void A_holder_is_shown_what_is_in_force_else_what_expired_last()
    {
        var old = Some.PolicyLife(Some.Term("GL-0", "2024-07-01", "2025-07-01"));
        var current = Some.PolicyLife();

        Assert.Equal(
            [current.Policy.Id],
            Existing(old, current).PoliciesOf(PolicyLine.GeneralLiability, Some.Day("2026-08-01")));
        Assert.Equal(
            [current.Policy.Id],
            Existing(old, current).PoliciesOf(PolicyLine.GeneralLiability, Some.Day("2030-01-01")));
        Assert.Empty(Existing(current).PoliciesOf(PolicyLine.Crime, Some.Day("2026-08-01")));
    }

    private static void Renew(PolicyLife life, string? number = null)
    {
        var change = new TermChange { Number = number };
        var renew = change.Renewing(life.Timeline.LastAsItEnds!, Some.Day("2027-07-01"), Some.Day("2028-07-01"));
        Assert.Empty(life.Record(renew, Some.Now).Errors);
    }

    private static ExistingPolicies Existing(params PolicyLife[] lives) =>
        new(new AgencyId(Guid.CreateVersion7()), Some.Client(), Life.NewYork, isNew: false, [.. lives]);
}
