using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Imports;
using Portal.Policies.Features.Policies;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Storage;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

/// <summary>What changes a policy is an event that stays, with who recorded it.</summary>
public sealed class PolicyEventTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;
    private PolicyResponse _policy = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => $"/api/v1/policies/{_policy.Id}/events";

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
        await ImportAsync(PartnerCalls.Data("policies.csv"));
        _policy = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=GL-1", Stop)).Single();
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Each_change_is_an_event_of_its_own_and_together_they_tell_the_policy()
    {
        await CorrectAsync("""{ "number": "GL-1A", "limits": { "eachOccurrence": 2000000, "medicalExpense": 5000 } }""");
        await CorrectAsync("""{ "limits": { "medicalExpense": null } }""");
        await _partner.ChangeAsync(
            HttpMethod.Post,
            $"{_policy.Id}/renewals",
            """
            { "effective": "2027-07-01", "expiration": "2028-07-01",
              "carrier": { "name": "Wesco Insurance Company", "naic": "25011" } }
            """,
            Stop);
        await _partner.ChangeAsync(
            HttpMethod.Post, $"{_policy.Id}/cancellations", Some.Cancellation("2027-12-01"), Stop);

        var events = await _partner.ItemsAsync<PolicyEventResponse>(Path, Stop);

        Assert.Equal(
            [
                (1, "added", Some.Day("2026-07-01")), (2, "corrected", null), (3, "corrected", null),
                (4, "renewed", Some.Day("2027-07-01")), (5, "cancelled", (DateOnly?)Some.Day("2027-12-01")),
            ],
            events.Select(each => (each.Version, each.Type, each.Effective)));
        Assert.All(events, each => Assert.Equal(Roles.Partner, each.Actor?.Role));
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.True(pair.First.RecordedAt <= pair.Second.RecordedAt));
        Assert.Equal(
            ["""{"eachOccurrence":2000000,"medicalExpense":5000}""", """{"medicalExpense":null}"""],
            events.Skip(1).Take(2).Select(
                each => JsonSerializer.Serialize(each.Details.GetProperty("change").GetProperty("values"))));
        await TheyTellAsync(_policy.Id);
    }

    [Fact]
    public async Task What_was_refused_is_no_event_and_what_changes_nothing_is_none_either()
    {
        await CorrectAsync("""{ "number": "GL-1" }""");
        using var refused = await _partner.SendJsonAsync(
            HttpMethod.Post,
            $"/api/v1/policies/{_policy.Id}/renewals",
            """{ "effective": "2020-07-01", "expiration": "2021-07-01" }""",
            Stop);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(await _partner.ItemsAsync<PolicyEventResponse>(Path, Stop));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end()
    {
        await CorrectAsync("""{ "number": "GL-1A" }""");

        var pages = await _partner.PagesAsync<PolicyEventResponse>($"{Path}?limit=1", Stop);

        Assert.Equal([[1L], [2]], pages.Select(page => page.Select(each => each.Version)));
    }

    [Fact]
    public async Task Another_agencys_and_another_clients_events_are_not_found()
    {
        using var stranger = _service.PartnerOf(Guid.CreateVersion7());
        using var insured = _service.InsuredOf(_agency, Guid.CreateVersion7());
        using var own = _service.InsuredOf(_agency, _policy.ClientId);

        foreach (var other in new[] { stranger, insured })
        {
            using var answer = await other.GetAsync(Path, Stop);
            await answer.AssertProblemAsync(HttpStatusCode.NotFound, "policy-not-found", null, Stop);
        }

        Assert.Single(await own.ItemsAsync<PolicyEventResponse>(Path, Stop));
        using var made = await _partner.GetAsync($"{Path}?cursor=made-up", Stop);
        await made.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "cursor-invalid", "cursor", Stop);
    }

    private Task CorrectAsync(string json) => _partner.ChangeAsync(HttpMethod.Patch, $"{_policy.Id}", json, Stop);

    private Task<ImportResponse> ImportAsync(string policies) => _partner.ImportAsync(
        new Dictionary<string, string> { ["clients"] = PartnerCalls.Data("clients.csv"), ["policies"] = policies },
        Stop);

    // Folded they say what the policy's row says.
    private async Task TheyTellAsync(Guid id)
    {
        var (policy, life) = await _service.ReadAsync(async db =>
        {
            var row = await db.Policies.AsNoTracking().SingleAsync(known => known.Id == new PolicyId(id), Stop);
            var again = await db.Policies.AsNoTracking().SingleAsync(known => known.Id == new PolicyId(id), Stop);
            return (row, await new PolicyLives(db, TimeProvider.System).OfAsync(again, Stop));
        });
        life.Turn(TimeProvider.System.GetUtcNow());

        Assert.True(life.Timeline.IsSound);
        Assert.Equivalent(policy, life.Policy, strict: true);
    }
}
