using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class DelegationTests(SignedIn world) : IClassFixture<SignedIn>
{
    private const string Path = "/api/v1/delegations";

    [Fact]
    public async Task Stepping_in_begins_a_delegation_under_a_path_of_its_own_and_a_new_reference()
    {
        var account = await world.ClientAsync(world.Address());
        var browser = await world.StaffAsync(StaffRole.Agent);
        var old = browser.Reference;

        using var response = await browser.SendAsync(
            HttpMethod.Post, Path, new { clientId = account, mode = "manage", reason = "  Renewal questions  ", minutes = 15 });
        var location = response.Headers.Location?.ToString();
        var delegation = await Outcome.DoneAsync(response, HttpStatusCode.Created);

        var id = delegation.GetProperty("id").GetGuid();
        Assert.Equal($"{Path}/{id}", location);
        Assert.Equal($"/as/{id}/", delegation.GetProperty("path").GetString());
        Assert.Equal("Renewal questions", delegation.GetProperty("reason").GetString());
        Assert.True(delegation.GetProperty("active").GetBoolean());
        Assert.NotEqual(old, browser.Reference);
        world.Wait(TimeSpan.FromSeconds(21));
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(old));
        var fact = await FactAsync(id, "delegation.started");
        Assert.Equal("agent Nora Whitfield", $"{fact.ActorRole} {fact.ActorName}");
        Assert.Equal((account, browser.SessionId, id), (fact.AccountId, fact.SessionId, fact.DelegationId));
        Assert.Equal("manage: Renewal questions", fact.Detail);
        Assert.NotNull(fact.From);
    }

    [Fact]
    public async Task A_delegated_token_names_the_client_and_who_acts_and_can_little()
    {
        var account = await world.ClientAsync(world.Address());
        var browser = await world.StaffAsync(StaffRole.Agent);
        var view = (await browser.StepInAsync(account)).GetProperty("id").GetGuid();
        var manage = (await browser.StepInAsync(account, "manage")).GetProperty("id").GetGuid();

        var claims = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(view));
        var managing = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(manage));

        Assert.Equal(account, claims.GetProperty("sub").GetGuid());
        Assert.Equal(account, claims.GetProperty("account").GetGuid());
        Assert.Equal("insured", claims.GetProperty("role").GetString());
        Assert.Equal("view", claims.GetProperty("mode").GetString());
        Assert.Equal(view, claims.GetProperty("delegation").GetGuid());
        Assert.Equal(browser.SessionId, claims.GetProperty("sid").GetGuid());
        Assert.Equal("Nora Whitfield", claims.GetProperty("act").GetProperty("name").GetString());
        Assert.Equal("svc-gateway", claims.GetProperty("client_id").GetString());
        Assert.Equal(string.Join(' ', RoleScopes.OfDelegate("view")), claims.GetProperty("scope").GetString());
        Assert.Equal(string.Join(' ', RoleScopes.OfDelegate("manage")), managing.GetProperty("scope").GetString());
        Assert.Equal(manage, managing.GetProperty("delegation").GetGuid());
    }

    [Fact]
    public async Task Many_clients_at_once_are_entered_in_parallel_with_one_cookie_that_stays_good()
    {
        var accounts = new[] { await world.ClientAsync(world.Address()), await world.ClientAsync(world.Address()), await world.ClientAsync(world.Address()) };
        var browser = await world.StaffAsync(StaffRole.Agent);
        var token = await browser.TokenAsync();

        var answers = await Task.WhenAll(accounts.Select(account =>
            browser.SendAsync(token, HttpMethod.Post, Path, new { clientId = account, reason = "Opening tabs" })));

        Assert.Single(answers, answer => answer.Headers.Contains("Set-Cookie"));
        world.Wait(TimeSpan.FromMinutes(1));
        for (var tab = 0; tab < answers.Length; tab++)
        {
            var delegation = await Outcome.DoneAsync(answers[tab], HttpStatusCode.Created);
            var claims = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(delegation.GetProperty("id").GetGuid()));
            Assert.Equal(accounts[tab], claims.GetProperty("account").GetGuid());
        }
    }

    [Fact]
    public async Task A_second_factor_of_a_quarter_of_an_hour_ago_is_too_old()
    {
        var account = await world.ClientAsync(world.Address());
        var browser = await world.StaffAsync(StaffRole.Agent);
        world.Wait(TimeSpan.FromMinutes(14));
        await browser.StepInAsync(account);
        world.Wait(TimeSpan.FromMinutes(2));

        await RefusedAsync(browser, new { clientId = account, reason = "Asked by phone" }, HttpStatusCode.Forbidden, "second-factor-stale");

        var refused = await world.Host.InDatabaseAsync(db => db.AuditEntries
            .Where(one => one.AccountId == account && one.Action == "delegation.refused").Select(one => one.Fact).SingleAsync());
        Assert.Equal((AuditOutcome.Refused, "second-factor-stale"), (refused.Outcome, refused.Detail));
    }

    [Fact]
    public async Task An_assistant_steps_in_to_view_alone()
    {
        var account = await world.ClientAsync(world.Address());
        var browser = await world.StaffAsync(StaffRole.Assistant);

        await RefusedAsync(
            browser, new { clientId = account, mode = "manage", reason = "Asked by phone" }, HttpStatusCode.Forbidden, "assistants-only-view");
        await browser.StepInAsync(account);
    }

    [Fact]
    public async Task Nobody_steps_into_an_account_that_the_own_address_opens()
    {
        var account = await world.ClientAsync("agent@harborlight.example");

        await RefusedAsync(
            await world.StaffAsync(StaffRole.Agent), new { clientId = account, reason = "Helping myself" }, HttpStatusCode.Forbidden, "own-client");
    }

    [Fact]
    public async Task A_client_of_another_agency_does_not_exist()
    {
        var account = await world.ClientAsync(world.Address(), Guid.CreateVersion7());

        await RefusedAsync(
            await world.StaffAsync(StaffRole.Admin), new { clientId = account, reason = "Asked by phone" }, HttpStatusCode.NotFound, "client-not-found");
    }

    [Theory]
    [InlineData("""{"reason":"Asked by phone"}""", "client-id-required")]
    [InlineData("""{"clientId":"01989f3e-5c00-7a11-9b3e-4a1de2c0a001","reason":" ab "}""", "reason-invalid")]
    [InlineData("""{"clientId":"01989f3e-5c00-7a11-9b3e-4a1de2c0a001"}""", "reason-invalid")]
    [InlineData("""{"clientId":"01989f3e-5c00-7a11-9b3e-4a1de2c0a001","reason":"Asked","minutes":61}""", "minutes-out-of-range")]
    [InlineData("""{"clientId":"01989f3e-5c00-7a11-9b3e-4a1de2c0a001","reason":"Asked","minutes":0}""", "minutes-out-of-range")]
    [InlineData("""{"clientId":"01989f3e-5c00-7a11-9b3e-4a1de2c0a001","reason":"Asked","mode":"everything"}""", "mode-invalid")]
    public async Task What_is_not_said_rightly_is_refused(string body, string code)
    {
        await RefusedAsync(
            await world.StaffAsync(StaffRole.Agent), JsonElement.Parse(body), HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Neither_partners_nor_clients_nor_whoever_stepped_in_can_step_in()
    {
        var email = world.Address();
        var account = await world.ClientAsync(email);
        var staff = await world.StaffAsync(StaffRole.Admin);
        var delegation = (await staff.StepInAsync(account, "manage")).GetProperty("id").GetGuid();
        string[] tokens =
        [
            await world.Host.PartnerTokenAsync(), await (await world.PersonAsync(email, account)).TokenAsync(), await staff.DelegatedTokenAsync(delegation),
        ];

        foreach (var token in tokens)
        {
            using var response = await world.Host.SendAsync(HttpMethod.Post, Path, token, new { clientId = account, reason = "Asked by phone" });
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("view")]
    [InlineData("manage")]
    public async Task Whoever_stepped_in_reaches_neither_sessions_nor_consent_nor_the_end_of_other_delegations(string mode)
    {
        var account = await world.ClientAsync(world.Address());
        var staff = await world.StaffAsync(StaffRole.Admin);
        var delegation = (await staff.StepInAsync(account, mode)).GetProperty("id").GetGuid();
        var token = await staff.DelegatedTokenAsync(delegation);

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Put, "/api/v1/consent", new { given = true }),
            (HttpMethod.Delete, "/api/v1/session", null),
            (HttpMethod.Delete, "/api/v1/sessions", null),
            (HttpMethod.Get, "/api/v1/sessions", null),
            (HttpMethod.Post, "/api/v1/session/client", new { clientId = account }),
            (HttpMethod.Delete, $"{Path}/{delegation}", null),
            (HttpMethod.Post, $"/api/v1/clients/{account}/consent-requests", new { reason = "Please" }),
        })
        {
            using var response = await world.Host.SendAsync(method, path, token, body);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, response.StatusCode));
        }
    }

    [Fact]
    public async Task The_staff_sees_its_agencys_delegations_and_a_client_its_own_accounts()
    {
        var email = world.Address();
        var (account, other) = (await world.ClientAsync(email), await world.ClientAsync(world.Address()));
        var staff = await world.StaffAsync(StaffRole.Agent);
        var mine = (await staff.StepInAsync(account)).GetProperty("id").GetGuid();
        var theirs = (await staff.StepInAsync(other)).GetProperty("id").GetGuid();
        var client = await world.PersonAsync(email, account);

        Assert.Equal([mine], await IdsAsync(client, Path));
        Assert.Equal([mine], await IdsAsync(staff, $"{Path}?client={account}&active=true"));
        Assert.Empty(await IdsAsync(staff, $"{Path}?client={account}&active=false"));
        Assert.Equal([theirs], await IdsAsync(staff, $"{Path}?limit=1"));
        Assert.Empty(await IdsAsync(client, $"{Path}?client={other}"));
        Assert.Equal(mine, (await client.ReadAsync($"{Path}/{mine}")).GetProperty("id").GetGuid());
        await Outcome.RefusedAsync(await client.SendAsync(HttpMethod.Get, $"{Path}/{theirs}"), HttpStatusCode.NotFound, "delegation-not-found");
        await Outcome.RefusedAsync(await client.SendAsync(HttpMethod.Delete, $"{Path}/{theirs}"), HttpStatusCode.NotFound, "delegation-not-found");
    }

    [Fact]
    public async Task Pages_of_delegations_hold_each_once()
    {
        var account = await world.ClientAsync(world.Address());
        var staff = await world.StaffAsync(StaffRole.Agent);
        var begun = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            begun.Insert(0, (await staff.StepInAsync(account)).GetProperty("id").GetGuid());
        }

        var first = await staff.ReadAsync($"{Path}?client={account}&limit=2");
        var second = await staff.ReadAsync($"{Path}?client={account}&limit=2&cursor={first.GetProperty("next").GetString()}");

        Assert.Equal(begun, first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(one => one.GetProperty("id").GetGuid()));
        Assert.Null(second.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Either_side_and_an_administrator_end_it_and_a_colleague_does_not()
    {
        var email = world.Address();
        var account = await world.ClientAsync(email);
        var (agent, assistant, admin) = (await world.StaffAsync(StaffRole.Agent), await world.StaffAsync(StaffRole.Assistant), await world.StaffAsync(StaffRole.Admin));
        var client = await world.PersonAsync(email, account);

        foreach (var (ender, name) in new[] { (agent, "Nora Whitfield"), (client, "Ximena O'Brien"), (admin, "Daniel R. Okafor") })
        {
            var id = (await agent.StepInAsync(account, "manage")).GetProperty("id").GetGuid();
            await Outcome.RefusedAsync(
                await assistant.SendAsync(HttpMethod.Delete, $"{Path}/{id}"), HttpStatusCode.Forbidden, "delegation-not-yours");
            await agent.DelegatedTokenAsync(id);

            await Outcome.DoneAsync(await ender.SendAsync(HttpMethod.Delete, $"{Path}/{id}"), HttpStatusCode.NoContent);

            await Outcome.NotInForceAsync(await agent.ExchangeDelegationAsync(id));
            var ended = await client.ReadAsync($"{Path}/{id}");
            Assert.False(ended.GetProperty("active").GetBoolean());
            Assert.Equal(name, ended.GetProperty("endedBy").GetString());
            Assert.True(await world.Host.InDatabaseAsync(db => db.Revocations.AnyAsync(one => one.Key == id.ToString())));
            Assert.Equal(name, (await FactAsync(id, "delegation.ended")).ActorName);
        }
    }

    [Fact]
    public async Task Ended_by_many_at_once_it_ends_once()
    {
        var agent = await world.StaffAsync(StaffRole.Agent);
        var id = (await agent.StepInAsync(await world.ClientAsync(world.Address()))).GetProperty("id").GetGuid();
        var token = await agent.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Host.SendAsync(HttpMethod.Delete, $"{Path}/{id}", token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        await FactAsync(id, "delegation.ended");
    }

    private Task<AuditFact> FactAsync(Guid delegation, string action) => world.Host.InDatabaseAsync(db => db.AuditEntries
        .Where(one => one.Action == action && one.Fact.Target == delegation.ToString()).Select(one => one.Fact).SingleAsync());

    private static async Task<IReadOnlyList<Guid>> IdsAsync(SignedInBrowser browser, string path) =>
        [.. (await browser.ReadAsync(path)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetGuid())];

    private static async Task RefusedAsync(SignedInBrowser browser, object body, HttpStatusCode status, string code)
    {
        await Outcome.RefusedAsync(await browser.SendAsync(HttpMethod.Post, Path, body), status, code);
        Assert.Null(browser.SetCookie);
    }
}
