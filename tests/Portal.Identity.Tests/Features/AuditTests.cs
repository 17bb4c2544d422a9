using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit.SearchAudit;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Waiting;

namespace Portal.Identity.Tests.Features;

public sealed partial class AuditTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Trail = "/api/v1/audit";

    private TestAgency _agency = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        _admin = await _agency.StaffTokenAsync(Roles.Admin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_act_in_another_service_is_entered_once_however_often_it_is_told()
    {
        var action = Action() with
        {
            DelegationId = Guid.CreateVersion7(),
            OnBehalfOf = "the-client",
            ActorName = "Ada Agent",
        };
        var last = Action();

        await PublishAsync(action, action, Action(), action);
        await EnteredAsync(2);
        await PublishAsync(action, last);
        await EnteredAsync(3);

        var entries = await running.Host.GetAnswerAsync($"{Trail}?delegation={action.DelegationId}", _admin);
        var entry = Assert.Single(entries.Items<EntryResponse>());
        Assert.Equal(
            ("policy.RenewPolicy", "/api/v1/policies/1", AuditOutcome.Done, "the-client", "203.0.113.9"),
            (entry.Action, entry.Target, entry.Outcome, entry.OnBehalfOf, entry.IpAddress));
        Assert.Equal(new EntryActorResponse("actor-1", "Ada Agent", "agent"), entry.Actor);
        Assert.True((await VerifyAsync()).Ok);
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
        var verification = await VerifyAsync();
        Assert.Equal((true, 3001), (verification.Ok, verification.Entries));
    }

    [Fact]
    public async Task The_newest_come_first_page_by_page_each_once()
    {
        await RecordAsync(
            [.. Enumerable.Range(1, 7).Select(number => Fact("contact.added") with { Target = $"t{number}" })]);

        var targets = new List<string>();
        string? cursor = null;
        do
        {
            var page = await running.Host.ReadAsync<Page<EntryResponse>>(
                $"{Trail}?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}", _admin);
            targets.AddRange(page.Items.Select(entry => entry.Target));
            cursor = page.Next;
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
            Fact("contact.added") with
            {
                Target = "one",
                AccountId = account,
                ActorId = "ada",
                ActorName = "José Ørsted",
                At = noon,
            },
            Fact("contact.removed") with { Target = "two", ActorName = "Bert 100%", At = noon.AddHours(1) },
            Fact("staff.added") with
            {
                Target = "three",
                DelegationId = delegation,
                Detail = "Client Center off",
                At = noon.AddHours(2),
            });

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
        var (mine, other) = (await _agency.ClientAsync(), await _agency.ClientAsync());
        var delegation = Guid.CreateVersion7();
        await RecordAsync(
            Fact("contact.changed") with
            {
                Target = "by-staff",
                AccountId = mine.Id,
                ActorRole = "agent",
                From = "198.51.100.4",
                SessionId = Guid.CreateVersion7(),
            },
            Fact("policy.RenewPolicy") with
            {
                Target = "stepped-in",
                AccountId = mine.Id,
                ActorRole = "insured",
                DelegationId = delegation,
                From = "198.51.100.4",
                SessionId = Guid.CreateVersion7(),
            },
            Fact("consent.withdrawn") with
            {
                Target = "by-client",
                AccountId = mine.Id,
                ActorRole = "insured",
                From = "192.0.2.8",
            },
            Fact("contact.changed") with { Target = "of-another", AccountId = other.Id },
            Fact("staff.added") with { Target = "of-nobody" });
        var token = await _agency.InsuredTokenAsync(mine.Id);

        var answer = await running.Host.GetAnswerAsync(Trail, token);
        var asked = await running.Host.GetAnswerAsync($"{Trail}?client={other.Id}", token);

        Assert.Equal(
            ["by-client 192.0.2.8", "stepped-in ", "by-staff "],
            answer.Items<EntryResponse>().Select(entry => $"{entry.Target} {entry.IpAddress}"));
        Assert.DoesNotContain("198.51.100.4", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Items<EntryResponse>(), entry => Assert.Null(entry.SessionId));
        Assert.Empty(asked.Items<EntryResponse>());
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
        AgencyId = _agency.Id,
        ActorId = "actor-1",
        ActorRole = "agent",
        Action = "policy.RenewPolicy",
        Target = "/api/v1/policies/1",
        From = "203.0.113.9",
        OccurredAt = DateTimeOffset.UtcNow,
    };

    private AuditFact Fact(string action) => new()
    {
        AgencyId = _agency.Id,
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
        await Eventually.GetAsync(
            CountAsync,
            count => count >= entries,
            TestContext.Current.CancellationToken,
            $"{entries} entries",
            TimeSpan.FromSeconds(60));

        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(entries, await CountAsync());
    }

    private Task<int> CountAsync() =>
        running.Host.InDatabaseAsync(db => db.AuditEntries.CountAsync(one => one.AgencyId == _agency.Id));

    private Task<VerificationResponse> VerifyAsync() =>
        running.Host.ReadAsync<VerificationResponse>($"{Trail}/verification", _admin);

    private async Task AssertFoundAsync(string query, string targets)
    {
        var answer = await running.Host.GetAnswerAsync($"{Trail}?{query}", _admin);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(targets, string.Join(' ', answer.Items<EntryResponse>().Select(entry => entry.Target)));
    }
}
