using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Tests.Domain;

/// <summary>A policy's row follows from what is recorded of it, and its rules hold whatever recorded it.</summary>
public sealed class PolicyLifeTests
{
    private readonly PolicyLife _life = Some.PolicyLife();

    private Policy Policy => _life.Policy;

    [Fact]
    public void A_renewal_keeps_what_it_does_not_name_and_the_old_term()
    {
        Assert.Empty(Renew("2027-07-01", "2028-07-01"));

        Assert.Equal(2, Policy.Terms.Count);
        Assert.Equal(Some.Day("2026-07-01"), Policy.Terms[0].Effective);
        Assert.Equal(
            Policy.Terms[0] with
            {
                Effective = Some.Day("2027-07-01"),
                Expiration = Some.Day("2028-07-01"),
                Version = 2,
            },
            Policy.Current);
        Assert.Equal((Some.Day("2028-07-01"), 2), (Policy.Expiration, Policy.Revision));
    }

    [Fact]
    public void A_renewal_with_another_insurer_starts_without_what_the_last_one_granted_until_it_is_stated()
    {
        var change = new TermChange
        {
            Number = " GL-2 ",
            CarrierName = "Continental Casualty Company",
            CarrierNaic = "20443",
            Limits = new Dictionary<LimitKind, decimal?> { [LimitKind.EachOccurrence] = 2_000_000 },
            Coverage = new CoverageChange { Form = CoverageForm.ClaimsMade },
        };

        Assert.Empty(Renew("2027-07-01", "2028-07-01", change));

        Assert.Equal("GL-2", Policy.Current.Number);
        Assert.Equal(new Carrier { Name = "Continental Casualty Company", Naic = "20443" }, Policy.Current.Carrier);
        Assert.Equal(
            new Coverage
            {
                Form = CoverageForm.ClaimsMade,
                Limits = new Limits { EachOccurrence = 2_000_000, GeneralAggregate = 2_000_000 },
            },
            Policy.Current.Coverage);
        Assert.Equal(["CG 20 10"], Policy.Terms[0].Coverage.Endorsements);
    }

    [Fact]
    public void A_corrected_company_code_keeps_what_was_recorded_of_the_policy_and_not_the_rating()
    {
        var right = new TermChange { CarrierNaic = "20443" }.Correcting(_life.LastFacts(), expiration: null);

        Assert.Empty(_life.CorrectLast(right, Some.Now));

        Assert.Equal(["CG 20 10"], Policy.Current.Coverage.Endorsements);
        Assert.Equal(new Carrier { Name = Some.Term().Carrier.Name, Naic = "20443" }, Policy.Current.Carrier);
    }

    [Fact]
    public void A_list_that_is_stated_takes_the_place_of_the_one_before()
    {
        var change = new TermChange { Coverage = new CoverageChange { Endorsements = ["CG 24 04", "CG 20 37"] } };

        Assert.Empty(Renew("2027-07-01", "2028-07-01", change));

        Assert.Equal(["CG 20 37", "CG 24 04"], Policy.Current.Coverage.Endorsements);
        Assert.Equal(CoverageForm.Occurrence, Policy.Current.Coverage.Form);
    }

    [Theory]
    [InlineData("2027-06-30", "2028-06-30", "term-overlaps", "Effective")]
    [InlineData("2026-07-01", "2027-07-01", "term-overlaps", "Effective")]
    [InlineData("2025-07-01", "2026-07-01", "term-runs-backwards", "Effective")]
    [InlineData("2027-07-01", "2027-07-01", "expiration-before-effective", "Expiration")]
    [InlineData("2028-07-01", "2027-07-01", "expiration-before-effective", "Expiration")]
    [InlineData("2027-07-01", "2032-07-02", "term-too-long", "Expiration")]
    [InlineData("2029-07-02", "2030-07-02", "renewal-too-late", "Effective")]
    [InlineData("9999-07-01", "9999-12-31", "renewal-too-late", "Effective")]
    public void Dates_that_make_no_term_are_refused_by_the_date_that_is_wrong(
        string effective, string expiration, string code, string member)
    {
        var problem = Renew(effective, expiration)[0];

        Assert.Equal((code, member), (problem.Code, problem.Field));
        Assert.Single(Policy.Terms);
    }

    [Theory]
    [InlineData("2027-07-01", "2032-07-01")]
    [InlineData("2029-07-01", "2030-07-01")]
    [InlineData("2027-07-02", "2027-07-03")]
    public void Five_years_a_gap_of_two_and_a_single_day_are_terms(string effective, string expiration) =>
        Assert.Empty(Renew(effective, expiration));

    [Fact]
    public void A_cancelled_policy_is_neither_renewed_nor_corrected_by_the_way()
    {
        Assert.Empty(Cancel("2026-07-01", Some.Now.AddDays(60)));

        Assert.Equal(
            ["policy-cancelled", "policy-cancelled"],
            [
                Assert.Single(Renew("2027-07-01", "2028-07-01")).Code,
                Assert.Single(_life.CorrectLast(_life.LastFacts() with { Number = "GL-9" }, Some.Now)).Code,
            ]);
    }

    [Theory]
    [InlineData("2026-06-30", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2027-06-30", true)]
    [InlineData("2027-07-01", false)]
    public void A_policy_is_cancelled_as_of_a_day_of_its_term(string day, bool can)
    {
        Assert.Equal(can, Cancel(day, Some.Now.AddYears(2)).Count == 0);
        Assert.Equal(can ? PolicyStatus.Cancelled : PolicyStatus.Active, Policy.Status);
    }

    [Fact]
    public void A_cancellation_that_lies_ahead_leaves_the_policy_active_until_its_day()
    {
        var recordedOn = Some.Now.AddMonths(2);
        Assert.Empty(Cancel("2026-12-01", recordedOn));

        Assert.Equal(
            (PolicyStatus.Active, PolicyState.PendingCancellation, null, Some.Day("2026-12-01")),
            (Policy.Status, Policy.State, Policy.CancelledAsOf, Policy.CoverEnds!.Value));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 5, 1, 0, TimeSpan.Zero), Policy.TurnsAt);
        _life.Turn(Policy.TurnsAt!.Value.AddTicks(-1));
        Assert.Equal(PolicyStatus.Active, Policy.Status);
        _life.Turn(Policy.TurnsAt.Value);

        Assert.Equal(
            (PolicyStatus.Cancelled, PolicyState.Cancelled, Some.Day("2026-12-01"), null),
            (Policy.Status, Policy.State, Policy.CancelledAsOf!.Value, Policy.CoverEnds));
        Assert.Null(Policy.TurnsAt);
    }

    [Fact]
    public void What_days_brought_is_recorded_once_and_before_what_is_recorded_after_them()
    {
        Assert.Empty(Renew("2027-07-01", "2028-07-01"));
        _life.Turn(new DateTimeOffset(2027, 8, 1, 0, 0, 0, TimeSpan.Zero));
        _life.Turn(new DateTimeOffset(2027, 8, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(Cancel("2028-02-01", new DateTimeOffset(2028, 2, 15, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(
            [
                new PolicyEvent.TookEffect(1, Some.Day("2026-07-01")),
                new PolicyEvent.TookEffect(2, Some.Day("2027-07-01")),
                new PolicyEvent.Cancelled(Some.Day("2028-02-01"), CancellationKind.ProRata, EndingParty.Insured),
            ],
            Policy.TakeUnrecorded().Skip(2).Select(each => each.Recorded.Event));
        Assert.Equal(5, Policy.Revision);
    }

    [Fact]
    public void A_policy_is_expired_from_the_minute_in_which_its_last_term_ends_there()
    {
        _life.Turn(new DateTimeOffset(2027, 7, 1, 4, 0, 59, TimeSpan.Zero));
        Assert.Equal(CurrentPolicyStatus.Active, Policy.CurrentStatus);
        _life.Turn(new DateTimeOffset(2027, 7, 1, 4, 1, 0, TimeSpan.Zero));

        Assert.Equal((CurrentPolicyStatus.Expired, PolicyState.Expired), (Policy.CurrentStatus, Policy.State));
        Assert.Equal(
            new PolicyEvent.Expired(Some.Day("2027-07-01")), Policy.TakeUnrecorded()[^1].Recorded.Event);
    }

    [Fact]
    public void An_endorsement_counts_from_its_day_and_the_term_says_so_then()
    {
        Assert.Empty(Endorse("2026-09-01", 3_000_000, Some.Now));
        Assert.Equal(1_000_000, Policy.Current.Coverage.Limits.EachOccurrence);

        _life.Turn(new DateTimeOffset(2026, 9, 2, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(3_000_000, Policy.Current.Coverage.Limits.EachOccurrence);
        Assert.Equal(
            new PolicyEvent.TookEffect(2, Some.Day("2026-09-01")), Policy.TakeUnrecorded()[^1].Recorded.Event);
    }

    [Fact]
    public void What_an_endorsement_says_is_corrected_where_it_was_said()
    {
        Assert.Empty(Endorse("2026-07-01", 3_000_000, Some.Now));
        var other = _life.LastFacts() with
        {
            Values = _life.LastFacts().Values.With(Life.Values("eachOccurrence", 4_000_000)),
        };

        var problem = Assert.Single(_life.CorrectLast(other, Some.Now));

        Assert.Equal(("value-endorsed", "Limits.EachOccurrence"), (problem.Code, problem.Field));
        Assert.Contains("event 2", problem.Detail, StringComparison.Ordinal);
        Assert.Empty(_life.CorrectLast(_life.LastFacts() with { Number = "GL-9" }, Some.Now));
    }

    [Theory]
    [InlineData(0, "limit-invalid")]
    [InlineData(0.5, "limit-invalid")]
    public void The_rules_of_a_term_hold_for_endorsements_and_corrections_too(decimal limit, string code)
    {
        var correct = new PolicyCommand.Correct(1, new EventChange { Values = Life.Values("eachOccurrence", limit) });

        Assert.Equal(code, Assert.Single(Endorse("2026-09-01", limit, Some.Now)).Code);
        Assert.Equal(code, _life.Record(correct, Some.Now).Error?.Code);
        Assert.Equal(1, Policy.Revision);
    }

    [Fact]
    public void The_same_said_twice_is_one_event_and_the_same_said_later_is_another()
    {
        var notice = new PolicyCommand.GiveNotice(Some.Day("2026-09-01"), Some.Day("2026-10-05"), EndingParty.Insurer);

        Assert.Null(_life.Repeated(_ => notice));
        var first = _life.Record(notice, Some.Now.AddMonths(3)).Value!;
        _life.Turn(Some.Now.AddMonths(3).AddMinutes(1));

        Assert.Equal(first, _life.Repeated(_ => notice));
        Assert.Null(_life.Repeated(_ => notice with { MailedOn = Some.Day("2026-09-02") }));
        Assert.Empty(Endorse("2026-09-15", 3_000_000, Some.Now.AddMonths(3)));
        Assert.Null(_life.Repeated(_ => notice));
    }

    [Fact]
    public void What_was_known_then_is_answered_the_same_after_a_correction()
    {
        Assert.Empty(Renew("2027-07-01", "2028-07-01"));
        var (before, later) = (Life.At(Some.Day("2026-06-02")), Life.At(Some.Day("2026-12-01")));
        Assert.Empty(_life.Record(new PolicyCommand.Correct(2, Change: null), Some.Now.AddMonths(3)).Errors);

        var on = Life.At(Some.Day("2027-08-01"));
        Assert.Equal(
            (PolicyState.InForce, PolicyState.Expired),
            (_life.AsOf(on, before)!.Value.Policy.State, _life.AsOf(on, later)!.Value.Policy.State));
        Assert.Equal(Some.Day("2027-07-01"), _life.AsOf(on, before)!.Value.Shown.Effective);
        Assert.Null(_life.AsOf(on, Life.At(Some.Day("2026-05-01"))));
        Assert.Single(Policy.Terms);
    }

    [Fact]
    public void A_correction_that_says_nothing_new_changes_nothing()
    {
        Assert.Empty(_life.CorrectLast(Some.Term().Facts(), Some.Now.AddDays(1)));

        Assert.Equal((1, Some.Now), (Policy.Revision, Policy.Current.RecordedAt));
    }

    private IReadOnlyList<Error> Renew(string effective, string expiration, TermChange? change = null) =>
        _life.Record(
            (change ?? new TermChange()).Renewing(
                _life.Timeline.LastAsItEnds!, Some.Day(effective), Some.Day(expiration)),
            Some.Now).Errors;

    private IReadOnlyList<Error> Cancel(string day, DateTimeOffset now) => _life.Record(
        new PolicyCommand.Cancel(Some.Day(day), CancellationKind.ProRata, EndingParty.Insured), now).Errors;

    private IReadOnlyList<Error> Endorse(string day, decimal limit, DateTimeOffset now) => _life.Record(
        new PolicyCommand.Endorse(Some.Day(day), Life.Values("eachOccurrence", limit), Expiration: null), now).Errors;
}
