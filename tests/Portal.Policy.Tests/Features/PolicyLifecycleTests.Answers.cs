using System.Net;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Tests.Support;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

/// <content>What is answered to who sends twice, read too early, or asks about another day.</content>
public sealed partial class PolicyLifecycleTests
{
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
    public async Task An_endorsement_that_replaces_a_list_is_known_again_although_the_list_is_replaced_by_then()
    {
        var body = $$"""{ "effective": "{{_first:O}}", "coverage": { "endorsements": ["CG 20 37"] } }""";

        var first = await RecordAsync($"{Path}/endorsements", body);
        using var again = await SendAsync($"{Path}/endorsements", body, key: null);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first.Event.Version, (await again.ReadAsync<RecordedEventResponse>(Stop)).Event.Version);
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
}
