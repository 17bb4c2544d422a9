using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed partial class DelegationTests(SignedIn fixture) : IClassFixture<SignedIn>
{
    private const string Path = "/api/v1/delegations";

    [Fact]
    public async Task Stepping_in_begins_a_delegation_under_a_path_of_its_own_and_a_new_reference()
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var old = browser.Reference;

        using var response = await browser.SendAsync(
            HttpMethod.Post, Path, new
            {
                clientId = account,
                mode = "manage",
                reason = "  Renewal questions  ",
                minutes = 15,
            });
        var location = response.Headers.Location?.ToString();
        var delegation = await Outcome.DoneAsync<DelegationResponse>(response, HttpStatusCode.Created);

        var id = delegation.Id;
        Assert.Equal($"{Path}/{id}", location);
        Assert.Equal($"/as/{id}/", delegation.Path);
        Assert.Equal("Renewal questions", delegation.Reason);
        Assert.True(delegation.Active);
        Assert.NotEqual(old, browser.Reference);
        fixture.Wait(TimeSpan.FromSeconds(21));
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
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var view = (await browser.StepInAsync(account)).Id;
        var manage = (await browser.StepInAsync(account, "manage")).Id;

        var claims = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(view));
        var managing = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(manage));

        Assert.Equal(account.ToString(), claims.Subject);
        Assert.Equal(account, claims.Account);
        Assert.Equal("insured", claims.Role);
        Assert.Equal("view", claims.Mode);
        Assert.Equal(view, claims.Delegation);
        Assert.Equal(browser.SessionId, claims.Session);
        Assert.Equal("Nora Whitfield", claims.Actor?.Name);
        Assert.Equal("svc-gateway", claims.ClientId);
        Assert.Equal(string.Join(' ', RoleScopes.OfDelegate("view")), claims.Scope);
        Assert.Equal(string.Join(' ', RoleScopes.OfDelegate("manage")), managing.Scope);
        Assert.Equal(manage, managing.Delegation);
    }

    [Fact]
    public async Task Many_clients_at_once_are_entered_in_parallel_with_one_cookie_that_stays_good()
    {
        var accounts = new[]
        {
            await fixture.ClientAsync(fixture.Address()),
            await fixture.ClientAsync(fixture.Address()),
            await fixture.ClientAsync(fixture.Address()),
        };
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var token = await browser.TokenAsync();

        var answers = await Task.WhenAll(accounts.Select(account =>
            browser.SendAsync(token, HttpMethod.Post, Path, new { clientId = account, reason = "Opening tabs" })));

        Assert.Single(answers, answer => answer.Headers.Contains("Set-Cookie"));
        fixture.Wait(TimeSpan.FromMinutes(1));
        for (var tab = 0; tab < answers.Length; tab++)
        {
            var delegation = await Outcome.DoneAsync<DelegationResponse>(answers[tab], HttpStatusCode.Created);
            var claims = Outcome.ClaimsOf(await browser.DelegatedTokenAsync(delegation.Id));
            Assert.Equal(accounts[tab], claims.Account);
        }
    }

    [Fact]
    public async Task A_second_factor_of_a_quarter_of_an_hour_ago_is_too_old()
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        fixture.Wait(TimeSpan.FromMinutes(14));
        await browser.StepInAsync(account);
        fixture.Wait(TimeSpan.FromMinutes(2));

        await RefusedAsync(
            browser,
            new { clientId = account, reason = "Asked by phone" },
            HttpStatusCode.Forbidden,
            "second-factor-stale");

        var refused = await fixture.Host.InDatabaseAsync(db => db.AuditEntries
            .Where(
                one => one.AccountId == account
                    && one.Action == "delegation.refused").Select(one => one.Fact).SingleAsync());
        Assert.Equal((AuditOutcome.Refused, "second-factor-stale"), (refused.Outcome, refused.Detail));
    }

    [Fact]
    public async Task An_assistant_steps_in_to_view_alone()
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Assistant);

        await RefusedAsync(
            browser, new
            {
                clientId = account,
                mode = "manage",
                reason = "Asked by phone",
            }, HttpStatusCode.Forbidden, "assistants-only-view");
        await browser.StepInAsync(account);
    }

    [Fact]
    public async Task Nobody_steps_into_an_account_that_the_own_address_opens()
    {
        var account = await fixture.ClientAsync("agent@harborlight.example");

        await RefusedAsync(
            await fixture.StaffAsync(StaffRole.Agent), new
            {
                clientId = account,
                reason = "Helping myself",
            }, HttpStatusCode.Forbidden, "own-client");
    }

    [Fact]
    public async Task A_client_of_another_agency_does_not_exist()
    {
        var account = await fixture.ClientAsync(fixture.Address(), Guid.CreateVersion7());

        await RefusedAsync(
            await fixture.StaffAsync(StaffRole.Admin), new
            {
                clientId = account,
                reason = "Asked by phone",
            }, HttpStatusCode.NotFound, "client-not-found");
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
            await fixture.StaffAsync(
                StaffRole.Agent), JsonElement.Parse(body), HttpStatusCode.UnprocessableEntity, code);
    }

    [Fact]
    public async Task Neither_partners_nor_clients_nor_whoever_stepped_in_can_step_in()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var staff = await fixture.StaffAsync(StaffRole.Admin);
        var delegation = (await staff.StepInAsync(account, "manage")).Id;
        string[] tokens =
        [
            await fixture.Host.PartnerTokenAsync(), await (await fixture.PersonAsync(email, account))
                .TokenAsync(), await staff.DelegatedTokenAsync(delegation),
        ];

        foreach (var token in tokens)
        {
            using var response = await fixture.Host.SendAsync(
                HttpMethod.Post, Path, token, new { clientId = account, reason = "Asked by phone" });
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("view")]
    [InlineData("manage")]
    public async Task Whoever_stepped_in_reaches_neither_sessions_nor_consent_nor_the_end_of_other_delegations(
        string mode)
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var staff = await fixture.StaffAsync(StaffRole.Admin);
        var delegation = (await staff.StepInAsync(account, mode)).Id;
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
            using var response = await fixture.Host.SendAsync(method, path, token, body);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, response.StatusCode));
        }
    }

    private Task<AuditFact> FactAsync(
        Guid delegation, string action) => fixture.Host.InDatabaseAsync(db => db.AuditEntries
        .Where(
            one => one.Action == action
                && one.Fact.Target == delegation.ToString()).Select(one => one.Fact).SingleAsync());

    private static async Task<IReadOnlyList<Guid>> IdsAsync(SignedInBrowser browser, string path) =>
        [.. (await browser.ReadAsync<Page<DelegationResponse>>(path)).Items.Select(one => one.Id)];

    private static async Task RefusedAsync(SignedInBrowser browser, object body, HttpStatusCode status, string code)
    {
        await Outcome.RefusedAsync(await browser.SendAsync(HttpMethod.Post, Path, body), status, code);
        Assert.Null(browser.SetCookie);
    }
}
