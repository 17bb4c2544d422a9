using System.Net;
using System.Text.Json.Nodes;
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
public sealed class PolicyLifecycleTests(Servers servers) : IAsyncLifetime
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
        _policy = (await RecordAsync("/api/v1/policies", Declared(client, "PK-1", _first))).Policy;
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
        Assert.Equal((2_000_000m, 5_000m), (endorsed.Policy.Limits.EachOccurrence, endorsed.Policy.Limits.MedicalExpense));
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

    [Theory]
    [InlineData("endorsements", """{ "effective": "2020-01-01", "limits": { "eachOccurrence": 1 } }""", "outside-terms", "effective")]
    [InlineData("endorsements", """{ "limits": { "eachOccurrence": 1 } }""", "effective-required", "effective")]
    [InlineData("endorsements", """{ "effective": "TODAY" }""", "limits-required", "limits")]
    [InlineData("endorsements", """{ "effective": "TODAY", "limits": { "eachOccurrence": 0 } }""", "limit-invalid", "limits.eachOccurrence")]
    [InlineData("endorsements", """{ "effective": "TODAY", "limits": { "luck": 1 } }""", "field-unexpected", "limits.luck")]
    [InlineData("endorsements", """{ "effective": "TODAY", "luck": 1 }""", "field-unexpected", "luck")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "form": "luck" } }""", "form-invalid", "coverage.form")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "endorsements": [""] } }""", "endorsements-invalid", "coverage.endorsements[0]")]
    [InlineData("endorsements", """{ "effective": "TODAY", "coverage": { "autoScopes": ["any"] } }""", "coverage-not-of-line", "coverage.autoScopes")]
    [InlineData("endorsements", """{ "effective": "TODAY", "expiration": "TODAY" }""", "use-cancel", "expiration")]
    [InlineData("cancellation-notices", """{ "mailedOn": "TODAY", "effective": "2020-01-01", "by": "insurer", "reason": "x" }""", "notice-after-effective", "mailedOn")]
    [InlineData("cancellation-notices", """{ "mailedOn": "TODAY", "effective": "TODAY", "by": "luck", "reason": "x" }""", "by-invalid", "by")]
    [InlineData("cancellation-notices", "{}", "mailed-on-required", "mailedOn")]
    [InlineData("rescissions", """{ "of": 9, "on": "TODAY" }""", "no-such-notice", "of")]
    [InlineData("cancellations", """{ "effective": "TODAY", "kind": "flat", "by": "insured", "reason": "x" }""", "flat-needs-first-day", "effective")]
    [InlineData("cancellations", """{ "effective": "2031-01-01", "kind": "pro_rata", "by": "insured", "reason": "x" }""", "cancellation-outside-term", "effective")]
    [InlineData("cancellations", """{ "effective": "TODAY", "kind": "pro_rata", "by": "insured" }""", "reason-required", "reason")]
    [InlineData("rewrites", """{ "effective": "TODAY" }""", "new-required", "new")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2031-01-01", "effective": "2030-01-01" } }""", "rewrite-leaves-gap", "new.effective")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2020-01-01" } }""", "expiration-before-effective", "new.expiration")]
    [InlineData("rewrites", """{ "effective": "TODAY", "new": { "number": "N", "carrier": { "name": "C", "naic": "1" }, "expiration": "2028-01-01", "limits": { "eachOccurrence": 1 } } }""", "naic-invalid", "new.carrier.naic")]
    [InlineData("corrections", """{ "of": 9, "withdrawn": true, "reason": "x" }""", "no-such-event", "of")]
    [InlineData("corrections", """{ "of": 1, "reason": "x" }""", "change-invalid", "change")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "mailedOn": "TODAY" } }""", "field-unexpected", "change.mailedOn")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "limits": { "eachOccurrence": 0.5 } } }""", "limit-invalid", "change.limits.eachOccurrence")]
    [InlineData("corrections", """{ "of": 1, "reason": "x", "change": { "zone": "Mars" } }""", "zone-invalid", "change.zone")]
    public async Task What_can_not_be_recorded_names_the_field_and_leaves_the_policy_as_it_was(
        string road, string body, string code, string field)
    {
        await RefusedAsync(
            $"{Path}/{road}",
            body.Replace("TODAY", $"{Today:O}", StringComparison.Ordinal),
            HttpStatusCode.UnprocessableEntity,
            code,
            field);

        Assert.Equal(_policy.Etag, (await _partner.ReadAsync<PolicyResponse>(Path, Stop)).Etag);
    }

    [Theory]
    [InlineData("clientId", "client-id-required")]
    [InlineData("line", "line-required")]
    [InlineData("number", "number-required")]
    [InlineData("carrier.name", "name-required")]
    [InlineData("effective", "effective-required")]
    [InlineData("limits.eachOccurrence", "limit-required")]
    public async Task A_policy_that_lacks_something_is_not_added(string member, string code)
    {
        var body = JsonNode.Parse(Declared(_policy.ClientId, "PK-9", Today))!;
        var path = member.Split('.');
        (path.Length > 1 ? body[path[0]] : body)!.AsObject().Remove(path[^1]);

        await RefusedAsync(
            "/api/v1/policies", body.ToJsonString(), HttpStatusCode.UnprocessableEntity, code, member);
    }

    [Fact]
    public async Task An_insurers_number_covers_the_same_days_once_whoever_adds_it()
    {
        var other = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=UM-2", Stop)).Single().ClientId;

        await RefusedAsync(
            "/api/v1/policies", Declared(other, "PK-1", Today), HttpStatusCode.UnprocessableEntity,
            "policy-number-in-use", "number");
        var after = await RecordAsync("/api/v1/policies", Declared(other, "PK-1", _first.AddYears(1)));
        using var stranger = _service.PartnerOf(Guid.CreateVersion7());
        using var foreign = await stranger.SendJsonAsync(
            HttpMethod.Post, "/api/v1/policies", Declared(other, "PK-2", Today), Stop);
        using var insured = _service.InsuredOf(_agency, _policy.ClientId);
        using var smuggled = await insured.SendJsonAsync(
            HttpMethod.Post, "/api/v1/policies", Declared(other, "PK-2", Today), Stop);

        Assert.Equal(PolicyState.Scheduled, after.Policy.LifecycleStatus);
        Assert.All(
            await Task.WhenAll(new[] { foreign, smuggled }.Select(answer => answer.ReadAsync<Problem>(Stop))),
            problem => Assert.Equal("client-not-found", problem.Code));
    }

    [Fact]
    public async Task An_event_that_is_sent_twice_is_one_event_with_a_key_and_without()
    {
        var body = Some.Cancellation($"{Today:O}");
        using var first = await SendAsync($"{Path}/cancellations", body, "key", _policy.Etag);
        using var again = await SendAsync($"{Path}/cancellations", body, "key", _policy.Etag);
        using var unkeyed = await SendAsync($"{Path}/cancellations", body, key: null, _policy.Etag);
        using var reused = await SendAsync($"{Path}/cancellations", Some.Cancellation($"{_first:O}"), "key");

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK],
            [first.StatusCode, again.StatusCode, unkeyed.StatusCode]);
        var answers = await Task.WhenAll(
            new[] { first, again, unkeyed }.Select(answer => answer.Content.ReadAsStringAsync(Stop)));
        Assert.Single(answers.Distinct());
        await reused.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", "Idempotency-Key", Stop);
        Assert.Equal(2, (await _partner.ItemsAsync<PolicyEventResponse>($"{Path}/events", Stop)).Count);
    }

    [Fact]
    public async Task Whoever_read_an_older_version_is_told_what_happened_since()
    {
        await RecordAsync($"{Path}/cancellations", Some.Cancellation($"{Today:O}"));

        using var stale = await SendAsync(
            $"{Path}/endorsements",
            $$"""{ "effective": "{{_first:O}}", "limits": { "eachOccurrence": 2000000 } }""",
            key: null,
            _policy.Etag);

        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed-meanwhile", "If-Match", Stop);
        Assert.Contains(
            $"event 2: cancelled {Today:O}", (await stale.ReadAsync<Problem>(Stop)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_another_day_or_knowledge_has_one_answer_for_ever()
    {
        var added = (await _partner.ItemsAsync<PolicyEventResponse>($"{Path}/events", Stop))[0].RecordedAt;
        await RecordAsync($"{Path}/cancellations", Some.Cancellation($"{_first.AddMonths(1):O}"));

        Assert.Equal(PolicyState.InForce, (await AsOfAsync(_first)).LifecycleStatus);
        Assert.Equal(PolicyState.Cancelled, (await AsOfAsync(_first.AddMonths(1))).LifecycleStatus);
        Assert.Equal(PolicyState.InForce, (await AsOfAsync(_first.AddMonths(1), added)).LifecycleStatus);
        Assert.Equal("\"1\"", (await AsOfAsync(_first, added)).Etag);
        using var before = await _partner.GetAsync($"{Path}?knownAt=2020-01-01T00:00:00Z", Stop);
        using var wrong = await _partner.GetAsync($"{Path}?knownAt=yesterday", Stop);
        await before.AssertProblemAsync(HttpStatusCode.NotFound, "policy-not-found", null, Stop);
        await wrong.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "known-at-invalid", "knownAt", Stop);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow.AddHours(-12));

    private static (string, long, string?) Of(PolicyEventResponse recorded) =>
        (recorded.Type, recorded.Version, recorded.Reason);

    private static string Declared(Guid client, string number, DateOnly first) => $$"""
        { "clientId": "{{client}}", "line": "general_liability", "number": "{{number}}",
          "carrier": { "name": "Great American Insurance Company", "naic": "16691", "amBestRating": "A+", "amBestSize": "XV" },
          "effective": "{{first:O}}", "expiration": "{{first.AddYears(1):O}}",
          "limits": { "eachOccurrence": 1000000, "generalAggregate": 2000000 },
          "coverage": { "form": "occurrence", "aggregateAppliesPer": "project", "endorsements": ["CG 20 10", "CG 24 04"] } }
        """;

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
