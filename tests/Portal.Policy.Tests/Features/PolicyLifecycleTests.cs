using System.Net;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

/// <summary>A policy through its life by the API: every event of it, and why one is not taken.</summary>
public sealed partial class PolicyLifecycleTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;
    private PolicyResponse _policy = null!;
    private DateOnly _first;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => $"/api/v1/policies/{_policy.Id}";

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
        await _partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
            },
            Stop);
        var client = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=GL-1", Stop)).Single().ClientId;
        _first = DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(-3);
        _policy = (await RecordAsync("/api/v1/policies", Some.Declared(client, "PK-1", _first))).Policy;
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_policy_is_added_as_its_declarations_have_it_and_told_of()
    {
        Assert.Equal(
            ("PK-1", PolicyLine.GeneralLiability, PolicyState.InForce, _first.AddYears(1)),
            (_policy.Number, _policy.Line, _policy.LifecycleStatus, _policy.CoverEnds!.Value));
        Assert.Equal((1_000_000m, 2_000_000m), (_policy.Limits.EachOccurrence, _policy.Limits.GeneralAggregate));
        Assert.Equal(["CG 20 10", "CG 24 04"], _policy.Coverage.Endorsements);
        Assert.Equal(
            (CoverageForm.Occurrence, AggregateScope.Project),
            (_policy.Coverage.Form!.Value, _policy.Coverage.AggregateAppliesPer!.Value));
        Assert.Equal(("A+", "XV"), (_policy.Terms[0].AmBestRating, _policy.Terms[0].AmBestSize));
        var told = await _service.Bus.FirstAsync<PolicyAdded>(message => message.Policy.PolicyId == _policy.Id, Stop);
        Assert.Equal((_policy.ClientId, 1L), (told.AccountId, told.Policy.Version));
    }

    [Fact]
    public async Task An_endorsement_changes_the_policy_from_its_day_on_and_its_warnings_say_what_to_know()
    {
        var endorsed = await RecordAsync(
            $"{Path}/endorsements",
            $$"""
            { "effective": "{{_first.AddMonths(1):O}}", "limits": { "eachOccurrence": 2000000, "medicalExpense": 5000 },
              "coverage": { "endorsements": ["CG 20 37"] }, "reason": "asked by the owner" }
            """);

        Assert.Equal(("endorsed", 2, "asked by the owner"), Of(endorsed.Event));
        Assert.Equal(["retroactive"], endorsed.Warnings.Select(warning => warning.Code));
        Assert.Contains("look for certificates", endorsed.Warnings[0].Detail, StringComparison.Ordinal);
        var limits = endorsed.Policy.Limits;
        Assert.Equal((2_000_000m, 5_000m), (limits.EachOccurrence, limits.MedicalExpense));
        Assert.Equal(["CG 20 37"], endorsed.Policy.Coverage.Endorsements);
        Assert.Equal(1_000_000m, (await AsOfAsync(_first)).Limits.EachOccurrence);
        Assert.Equal(2_000_000m, (await AsOfAsync(_first.AddMonths(2))).Limits.EachOccurrence);
        var told = await _service.Bus.FirstAsync<PolicyChanged>(message => message.Policy.PolicyId == _policy.Id, Stop);
        Assert.Equal((2L, 2_000_000m), (told.Policy.Version, told.Policy.Limits.EachOccurrence));
    }

    [Fact]
    public async Task A_notice_is_out_until_it_is_withdrawn_or_its_day_comes()
    {
        var (mailed, day) = (Today, Today.AddDays(35));
        var given = await RecordAsync(
            $"{Path}/cancellation-notices",
            $$"""{ "mailedOn": "{{mailed:O}}", "effective": "{{day:O}}", "by": "insurer", "reason": "underwriting" }""");
        Assert.Equal(
            (PolicyState.PendingCancellation, CurrentPolicyStatus.Active, day),
            (given.Policy.LifecycleStatus, given.Policy.Status, given.Policy.CoverEnds!.Value));

        var rescinded = await RecordAsync($"{Path}/rescissions", $$"""{ "of": 2, "on": "{{Today:O}}" }""");

        Assert.Equal(
            (PolicyState.InForce, _first.AddYears(1)),
            (rescinded.Policy.LifecycleStatus, rescinded.Policy.CoverEnds!.Value));
        await RefusedAsync(
            $"{Path}/rescissions", $$"""{ "of": 1, "on": "{{Today:O}}" }""", HttpStatusCode.UnprocessableEntity,
            "no-such-notice", "of");
    }

    [Fact]
    public async Task Notice_of_non_renewal_keeps_the_policy_from_being_renewed()
    {
        var given = await RecordAsync(
            $"{Path}/non-renewals", $$"""{ "mailedOn": "{{Today:O}}", "by": "insurer", "reason": "losses" }""");
        Assert.Equal(PolicyState.NonRenewing, given.Policy.LifecycleStatus);

        var next = _first.AddYears(1);
        await RefusedAsync(
            $"{Path}/renewals", $$"""{ "effective": "{{next:O}}", "expiration": "{{next.AddYears(1):O}}" }""",
            HttpStatusCode.Conflict, "non-renewal-pending", null);
        await RefusedAsync(
            $"{Path}/non-renewals", $$"""{ "mailedOn": "{{Today:O}}", "by": "insured" }""",
            HttpStatusCode.Conflict, "notice-already-given", null);
    }

    [Fact]
    public async Task A_cancelled_policy_comes_back_without_lapse_as_if_nothing_had_been()
    {
        var day = _first.AddMonths(2);
        var cancelled = await RecordAsync($"{Path}/cancellations", Some.Cancellation($"{day:O}"));
        Assert.Equal(
            (PolicyState.Cancelled, CurrentPolicyStatus.Cancelled, day),
            (cancelled.Policy.LifecycleStatus, cancelled.Policy.Status, cancelled.Policy.CancelledAsOf!.Value));
        Assert.Equal(("cancelled", 2, "business sold"), Of(cancelled.Event));
        await RefusedAsync(
            $"{Path}/reinstatements", $$"""{ "effective": "{{day.AddDays(1):O}}", "lapse": false }""",
            HttpStatusCode.UnprocessableEntity, "reinstatement-not-at-cancellation", "effective");

        var back = await RecordAsync(
            $"{Path}/reinstatements", $$"""{ "effective": "{{day:O}}", "lapse": false, "reason": "paid" }""");

        Assert.Equal(
            (PolicyState.InForce, CurrentPolicyStatus.Active, null),
            (back.Policy.LifecycleStatus, back.Policy.Status, back.Policy.CancelledAsOf));
        Assert.Equal(
            PolicyState.Cancelled, (await AsOfAsync(Today, cancelled.Event.RecordedAt)).LifecycleStatus);
        await _service.Bus.FirstAsync<PolicyChanged>(
            message => message.Policy is { Version: 2, Status: PolicyStatus.Cancelled }, Stop);
        await _service.Bus.FirstAsync<PolicyChanged>(
            message => message.Policy is { Version: 3, Status: PolicyStatus.Active }, Stop);
    }

    [Fact]
    public async Task A_rewrite_ends_one_policy_and_begins_another_in_the_same_minute()
    {
        var day = Today.AddDays(-1);
        var body = $$"""
            { "effective": "{{day:O}}", "reason": "cheaper",
              "new": { "number": "HX-7", "carrier": { "name": "Hiscox Insurance Company Inc.", "naic": "10200" },
                       "expiration": "{{day.AddYears(1):O}}", "limits": { "eachOccurrence": 1000000, "generalAggregate": 2000000 } } }
            """;

        var rewritten = await RecordAsync($"{Path}/rewrites", body, "one");
        using var again = await SendAsync($"{Path}/rewrites", body, "one");

        Assert.Equal(
            (PolicyState.Replaced, day), (rewritten.Policy.LifecycleStatus, rewritten.Policy.CancelledAsOf!.Value));
        var successor = rewritten.Successor!;
        Assert.Equal(
            ("HX-7", PolicyLine.GeneralLiability, day, PolicyState.InForce, _policy.ClientId),
            (successor.Number, successor.Line, successor.Effective, successor.LifecycleStatus, successor.ClientId));
        Assert.Empty(successor.Coverage.Endorsements);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(
            successor.Id, (await again.ReadAsync<RecordedEventResponse>(Stop)).Successor!.Id);
        await RefusedAsync(
            $"{Path}/rewrites", body, HttpStatusCode.Conflict, "policy-replaced", null);
        await RefusedAsync(
            $"{Path}/cancellations", Some.Cancellation($"{Today:O}"), HttpStatusCode.UnprocessableEntity,
            "cancellation-not-earlier", "effective");
    }

    [Fact]
    public async Task A_renewal_entered_wrongly_is_withdrawn_and_the_policy_renews_again()
    {
        var next = _first.AddYears(1);
        await RenewAsync(next.AddMonths(6));
        var withdrawn = await RecordAsync(
            $"{Path}/corrections", """{ "of": 2, "withdrawn": true, "reason": "wrong year" }""");
        Assert.Equal((1, next), (withdrawn.Policy.Terms.Count, withdrawn.Policy.Expiration));

        await RenewAsync(next);
        var corrected = await RecordAsync(
            $"{Path}/corrections",
            """
            { "of": 4, "reason": "typo", "change": { "number": "PK-2", "limits": { "eachOccurrence": 500000 },
              "coverage": { "endorsements": [] } } }
            """);

        Assert.Equal(
            ("PK-2", 500_000m, 2),
            (corrected.Policy.Number, corrected.Policy.Limits.EachOccurrence, corrected.Policy.Terms.Count));
        Assert.Empty(corrected.Policy.Coverage.Endorsements);
        Assert.Equal(
            ["added", "renewed", "corrected", "renewed", "corrected"],
            (await _partner.ItemsAsync<PolicyEventResponse>($"{Path}/events", Stop)).Select(each => each.Type));
    }

    [Fact]
    public async Task A_renewal_under_another_insurer_says_nothing_that_it_was_not_told()
    {
        var next = _first.AddYears(1);
        await _partner.ChangeAsync(
            HttpMethod.Post,
            $"{_policy.Id}/renewals",
            $$"""
            { "effective": "{{next:O}}", "expiration": "{{next.AddYears(1):O}}",
              "carrier": { "name": "Other Casualty Company", "naic": "20397" }, "coverage": { "endorsements": ["CG 20 10"] } }
            """,
            Stop);

        var term = (await _partner.ReadAsync<PolicyResponse>(Path, Stop)).Terms[0];

        Assert.Equal(["CG 20 10"], term.Coverage.Endorsements);
        Assert.Equal((null, null, null), (term.Coverage.Form, term.Coverage.AggregateAppliesPer, term.AmBestRating));
        Assert.Equal(1_000_000m, term.Limits.EachOccurrence);
    }

    [Fact]
    public async Task An_insurers_number_covers_the_same_days_once_whoever_adds_it()
    {
        var other = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=UM-2", Stop)).Single().ClientId;

        await RefusedAsync(
            "/api/v1/policies", Some.Declared(other, "PK-1", Today), HttpStatusCode.UnprocessableEntity,
            "policy-number-in-use", "number");
        var after = await RecordAsync("/api/v1/policies", Some.Declared(other, "PK-1", _first.AddYears(1)));
        using var stranger = _service.PartnerOf(Guid.CreateVersion7());
        using var foreign = await stranger.SendJsonAsync(
            HttpMethod.Post, "/api/v1/policies", Some.Declared(other, "PK-2", Today), Stop);
        using var insured = _service.InsuredOf(_agency, _policy.ClientId);
        using var smuggled = await insured.SendJsonAsync(
            HttpMethod.Post, "/api/v1/policies", Some.Declared(other, "PK-2", Today), Stop);

        Assert.Equal(PolicyState.Scheduled, after.Policy.LifecycleStatus);
        Assert.All(
            await Task.WhenAll(new[] { foreign, smuggled }.Select(answer => answer.ReadAsync<Problem>(Stop))),
            problem => Assert.Equal("client-not-found", problem.Code));
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(-12));

    private static (string, long, string?) Of(PolicyEventResponse recorded) =>
        (recorded.Type, recorded.Version, recorded.Reason);

    private async Task<RecordedEventResponse> RecordAsync(string path, string body, string? key = null)
    {
        using var answer = await SendAsync(path, body, key);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Created,
            $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
        return await answer.ReadAsync<RecordedEventResponse>(Stop);
    }

    private Task<HttpResponseMessage> SendAsync(string path, string body, string? key, string? ifMatch = null) =>
        _partner.SendJsonAsync(HttpMethod.Post, path, body, Stop, ifMatch, key);

    private async Task RefusedAsync(string path, string body, HttpStatusCode status, string code, string? field)
    {
        using var answer = await SendAsync(path, body, key: null);
        await answer.AssertProblemAsync(status, code, field, Stop);
    }

    private Task RenewAsync(DateOnly effective) => _partner.ChangeAsync(
        HttpMethod.Post,
        $"{_policy.Id}/renewals",
        $$"""{ "effective": "{{effective:O}}", "expiration": "{{effective.AddYears(1):O}}" }""",
        Stop);

    private Task<PolicyResponse> AsOfAsync(DateOnly on, DateTimeOffset? knownAt = null) =>
        _partner.ReadAsync<PolicyResponse>(
            $"{Path}?on={on:O}"
            + (knownAt is { } known ? $"&knownAt={Uri.EscapeDataString($"{known.UtcDateTime:O}")}" : ""),
            Stop);
}
