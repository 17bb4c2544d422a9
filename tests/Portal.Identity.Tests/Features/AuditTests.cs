using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class AuditTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Trail = "/api/v1/audit";

    private House _house = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _house = await House.OpenAsync(running.Host);
        _admin = await _house.StaffTokenAsync(Roles.Admin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_act_in_another_service_is_entered_once_however_often_it_is_told()
    {
        var action = Action() with { DelegationId = Guid.CreateVersion7(), OnBehalfOf = "the-client", ActorName = "Ada Agent" };
        var last = Action();

        await PublishAsync(action, action, Action(), action);
        await EnteredAsync(2);
        await PublishAsync(action, last);
        await EnteredAsync(3);

        var entries = (await running.Host.GetAnswerAsync($"{Trail}?delegation={action.DelegationId}", _admin)).Body.GetProperty("items");
        var entry = Assert.Single(entries.EnumerateArray());
        Assert.Equal(
            ("policy.RenewPolicy", "/api/v1/policies/1", "done", "the-client", "203.0.113.9"),
            (entry.GetProperty("action").GetString(), entry.GetProperty("target").GetString(), entry.GetProperty("outcome").GetString(),
                entry.GetProperty("onBehalfOf").GetString(), entry.GetProperty("ipAddress").GetString()));
        Assert.Equal("actor-1 Ada Agent agent", string.Join(' ', entry.GetProperty("actor").EnumerateObject().Select(part => part.Value.GetString())));
        Assert.True((await VerifyAsync()).GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Thousands_of_acts_become_one_chain_while_others_go_on()
    {
        var clock = Stopwatch.StartNew();
        await PublishAsync([.. Enumerable.Range(0, 3000).Select(_ => Action())]);
        var meanwhile = Stopwatch.StartNew();
        await RecordAsync(Fact("contact.added"));
        var waited = meanwhile.Elapsed;

        await EnteredAsync(3001);
        TestContext.Current.SendDiagnosticMessage($"3000 acts in {clock.Elapsed}; one beside them in {waited}");

        Assert.True(waited < TimeSpan.FromSeconds(2), $"It waited {waited}.");
        var verdict = await VerifyAsync();
        Assert.Equal((true, 3001), (verdict.GetProperty("ok").GetBoolean(), verdict.GetProperty("entries").GetInt64()));
    }

    [Fact]
    public async Task The_newest_come_first_page_by_page_each_once()
    {
        await RecordAsync([.. Enumerable.Range(1, 7).Select(number => Fact("contact.added") with { Target = $"t{number}" })]);

        var targets = new List<string?>();
        string? cursor = null;
        do
        {
            var page = (await running.Host.GetAnswerAsync($"{Trail}?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}", _admin)).Body;
            targets.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("target").GetString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["t7", "t6", "t5", "t4", "t3", "t2", "t1"], targets);
    }

    [Fact]
    public async Task A_search_narrows_by_all_that_is_given()
    {
        var (account, delegation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        await RecordAsync(
            Fact("contact.added") with { Target = "one", AccountId = account, ActorId = "ada", ActorName = "José Ørsted", At = noon },
            Fact("contact.removed") with { Target = "two", ActorName = "Bert 100%", At = noon.AddHours(1) },
            Fact("staff.added") with { Target = "three", DelegationId = delegation, Detail = "Client Center off", At = noon.AddHours(2) });

        await AssertFoundAsync($"client={account}", "one");
        await AssertFoundAsync("actor=ada", "one");
        await AssertFoundAsync("action=contact.", "two one");
        await AssertFoundAsync("action=contact_", "");
        await AssertFoundAsync("action=%25", "");
        await AssertFoundAsync("q=center", "three");
        await AssertFoundAsync("q=100%25", "two");
        await AssertFoundAsync("q=TWO", "two");
        await AssertFoundAsync("q=Jose", "one");
        await AssertFoundAsync("q=JOS%C3%89%20orsted", "one");
        await AssertFoundAsync($"delegation={delegation}", "three");
        await AssertFoundAsync("from=2026-03-01T13:00:00Z", "three two");
        await AssertFoundAsync("from=2026-03-01T14:00:00%2B01:00&to=2026-03-01T14:00:00Z", "two");
        await AssertFoundAsync($"client={account}&action=staff.", "");
    }

    [Fact]
    public async Task A_client_reads_its_own_part_without_where_the_agency_works()
    {
        var (mine, other) = (await _house.ClientAsync(), await _house.ClientAsync());
        var delegation = Guid.CreateVersion7();
        await RecordAsync(
            Fact("contact.changed") with { Target = "by-staff", AccountId = mine.Id, ActorRole = "agent", From = "198.51.100.4", SessionId = Guid.CreateVersion7() },
            Fact("policy.RenewPolicy") with
            {
                Target = "stepped-in",
                AccountId = mine.Id,
                ActorRole = "insured",
                DelegationId = delegation,
                From = "198.51.100.4",
                SessionId = Guid.CreateVersion7(),
            },
            Fact("consent.withdrawn") with { Target = "by-client", AccountId = mine.Id, ActorRole = "insured", From = "192.0.2.8" },
            Fact("contact.changed") with { Target = "of-another", AccountId = other.Id },
            Fact("staff.added") with { Target = "of-nobody" });
        var token = await _house.InsuredTokenAsync(mine.Id);

        var answer = await running.Host.GetAnswerAsync(Trail, token);
        var asked = await running.Host.GetAnswerAsync($"{Trail}?client={other.Id}", token);

        Assert.Equal(
            ["by-client 192.0.2.8", "stepped-in ", "by-staff "],
            answer.Body.GetProperty("items").EnumerateArray()
                .Select(entry => $"{entry.GetProperty("target").GetString()} {entry.GetProperty("ipAddress").GetString()}"));
        Assert.DoesNotContain("198.51.100.4", answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.All(
            answer.Body.GetProperty("items").EnumerateArray(),
            entry => Assert.Equal(JsonValueKind.Null, entry.GetProperty("sessionId").ValueKind));
        Assert.Equal(0, asked.Body.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Another_agency_sees_nothing_of_it()
    {
        await RecordAsync(Fact("contact.added"));

        var answer = await running.Host.GetAnswerAsync(Trail, await (await House.OpenAsync(running.Host)).StaffTokenAsync(Roles.Admin));

        Assert.Equal(0, answer.Body.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Assistant)]
    public async Task Agents_and_assistants_do_not_read_the_trail(string role)
    {
        var token = await _house.StaffTokenAsync(role);

        foreach (var path in new[] { Trail, $"{Trail}/verification" })
        {
            var answer = await running.Host.GetAnswerAsync(path, token);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }
    }

    [Fact]
    public async Task Clients_do_not_verify_the_trail()
    {
        var answer = await running.Host.GetAnswerAsync($"{Trail}/verification", await _house.InsuredTokenAsync((await _house.ClientAsync()).Id));

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_admin_verifies_the_agencys_own_trail()
    {
        await RecordAsync(Fact("contact.added"), Fact("contact.removed"));

        var verdict = await VerifyAsync();

        var last = await running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .SingleAsync(one => one.AgencyId == _house.Id && one.Number == 2));
        Assert.Equal((true, 2), (verdict.GetProperty("ok").GetBoolean(), verdict.GetProperty("entries").GetInt64()));
        Assert.Equal(Convert.ToHexStringLower(last.Hash), verdict.GetProperty("lastHash").GetString());
    }

    [Fact]
    public async Task A_cursor_that_this_list_did_not_issue_is_refused()
    {
        var answer = await running.Host.GetAnswerAsync($"{Trail}?cursor=abc", _admin);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "cursor-invalid"), (answer.Status, answer.Code));
    }

    private ActionRecorded Action() => new()
    {
        ActionId = Guid.CreateVersion7(),
        AgencyId = _house.Id,
        ActorId = "actor-1",
        ActorRole = "agent",
        Action = "policy.RenewPolicy",
        Target = "/api/v1/policies/1",
        From = "203.0.113.9",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    private AuditFact Fact(string action) => new()
    {
        AgencyId = _house.Id,
        Action = action,
        Target = "target",
        Outcome = AuditOutcome.Done,
        At = DateTimeOffset.UtcNow,
    };

    private Task<int> RecordAsync(params AuditFact[] facts) => running.Host.InDatabaseAsync(db =>
    {
        Array.ForEach(facts, db.Record);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private Task PublishAsync(params ActionRecorded[] actions) =>
        Task.WhenAll(actions.Select(action => running.Bus.PublishAsync(action, TestContext.Current.CancellationToken)));

    private async Task EnteredAsync(int entries)
    {
        var clock = Stopwatch.StartNew();
        while (await CountAsync() < entries && clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(entries, await CountAsync());
    }

    private Task<int> CountAsync() => running.Host.InDatabaseAsync(db => db.AuditEntries.CountAsync(one => one.AgencyId == _house.Id));

    private async Task<JsonElement> VerifyAsync() => (await running.Host.GetAnswerAsync($"{Trail}/verification", _admin)).Body;

    private async Task AssertFoundAsync(string query, string targets)
    {
        var answer = await running.Host.GetAnswerAsync($"{Trail}?{query}", _admin);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(targets, string.Join(' ', answer.Body.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("target").GetString())));
    }
}
