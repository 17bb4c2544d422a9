using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Features.Sessions.ListSessions;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;

namespace Portal.Identity.Tests.Features;

public sealed class SessionsTests(SignedIn fixture) : IClassFixture<SignedIn>
{
    [Fact]
    public async Task A_client_sees_who_it_is_where_and_until_when()
    {
        var email = fixture.Address();
        var (first, second) = (await fixture.ClientAsync(email), await fixture.ClientAsync(email));
        var browser = await fixture.PersonAsync(email, first);

        var session = await browser.ReadAsync<SessionResponse>("/api/v1/session");

        Assert.Equal(SessionKind.Client, session.Kind);
        Assert.Equal(email, session.Person.Email);
        Assert.Equal("insured", session.Role);
        Assert.Equal("harborlight", session.Agency.Slug);
        Assert.Equal(first, session.Client?.Id);
        Assert.Equal(new[] { first, second }.Order(), session.Clients.Select(one => one.Id).Order());
        Assert.Null(session.Delegation);
        Assert.Null(session.SecondFactorAt);
        Assert.Equal(TimeSpan.FromHours(12), session.ExpiresAt - session.StartedAt);
        Assert.Equal(TimeSpan.FromMinutes(30), session.IdleAt - session.StartedAt);
    }

    [Fact]
    public async Task The_staff_sees_its_role_and_no_account_and_whoever_stepped_in_sees_the_client()
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Agent);

        var own = await browser.ReadAsync<SessionResponse>("/api/v1/session");
        var delegation = (await browser.StepInAsync(account, "manage", minutes: 10)).Id;
        var stepped = await fixture.Host.ReadAsync<SessionResponse>(
            "/api/v1/session", await browser.DelegatedTokenAsync(delegation));

        Assert.Equal((SessionKind.Staff, "agent"), (own.Kind, own.Role));
        Assert.Empty(own.Clients);
        Assert.NotNull(own.SecondFactorAt);
        Assert.Equal(SessionKind.Client, stepped.Kind);
        Assert.Equal(account, stepped.Client?.Id);
        Assert.StartsWith("Client of", stepped.Person.Name, StringComparison.Ordinal);
        Assert.Equal("manage", stepped.Mode);
        Assert.Equal("Nora Whitfield", stepped.Actor?.Name);
        Assert.Equal(delegation, stepped.Delegation?.Id);
        Assert.Equal(TimeSpan.FromMinutes(10), stepped.Delegation?.ExpiresAt - stepped.Delegation?.StartedAt);
    }

    [Fact]
    public async Task A_partner_has_no_session()
    {
        using var response = await fixture.Host.GetAsync("/api/v1/session", await fixture.Host.PartnerTokenAsync());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_its_delegations_and_the_cookie()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var delegation = (await browser.StepInAsync(await fixture.ClientAsync(fixture.Address()))).Id;
        var reference = browser.Reference;

        await Outcome.DoneAsync(
            await browser.SendAsync(HttpMethod.Delete, "/api/v1/session"), HttpStatusCode.NoContent);

        Assert.Matches(
            "^__Host-portal=; expires=Thu, 01 Jan 1970 .*; path=/; secure; samesite=lax; httponly$", browser.SetCookie);
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(reference));
        var ended = await fixture.Host.InDatabaseAsync(
            db => db.Delegations.Where(one => one.Id == delegation).Select(one => one.EndedAt).SingleAsync());
        Assert.NotNull(ended);
        var keys = await fixture.Host.InDatabaseAsync(db => db.Revocations.Select(one => one.Key).ToListAsync());
        Assert.Contains(browser.SessionId.ToString(), keys);
        Assert.Contains(delegation.ToString(), keys);
        var entries = await fixture.Host.InDatabaseAsync(
            db => db.AuditEntries.Where(one => one.Fact.SessionId == browser.SessionId)
            .Select(one => one.Action).ToListAsync());
        Assert.Equal(["delegation.started", "delegation.ended", "session.ended"], entries);
    }

    [Fact]
    public async Task A_person_sees_and_ends_its_own_sessions_and_nobody_elses()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var (here, there) = (await fixture.PersonAsync(email, account), await fixture.PersonAsync(email, account));
        var colleague = await fixture.PersonAsync(fixture.Address(), account);
        var staff = await fixture.StaffAsync(StaffRole.Admin);

        var list = (await here.ReadAsync<Page<ListedSessionResponse>>("/api/v1/sessions")).Items;

        Assert.Equal(
            [(there.SessionId, false), (here.SessionId, true)], list.Select(one => (one.Id, one.Current)));
        Assert.Equal(("Firefox", "203.0.113.7"), (list[0].Browser, list[0].IpAddress));
        foreach (var other in new[] { colleague.SessionId, staff.SessionId, Guid.CreateVersion7() })
        {
            await Outcome.RefusedAsync(
                await here.SendAsync(
                    HttpMethod.Delete, $"/api/v1/sessions/{other}"), HttpStatusCode.NotFound, "session-not-found");
        }

        await Outcome.RefusedAsync(
            await staff.SendAsync(
                HttpMethod.Delete, $"/api/v1/sessions/{here.SessionId}"), HttpStatusCode.NotFound, "session-not-found");
        await Outcome.DoneAsync(
            await here.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{there.SessionId}"), HttpStatusCode.NoContent);
        Assert.Null(here.SetCookie);
        await Outcome.NotInForceAsync(await there.ExchangeAsync());
        await staff.TokenAsync();
    }

    [Fact]
    public async Task All_sessions_end_at_once_this_one_too()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var (here, there) = (await fixture.PersonAsync(email, account), await fixture.PersonAsync(email, account));
        var reference = here.Reference;

        await Outcome.DoneAsync(await here.SendAsync(HttpMethod.Delete, "/api/v1/sessions"), HttpStatusCode.NoContent);

        Assert.StartsWith("__Host-portal=;", here.SetCookie, StringComparison.Ordinal);
        await Outcome.NotInForceAsync(await here.ExchangeAsync(reference));
        await Outcome.NotInForceAsync(await there.ExchangeAsync());
    }

    [Fact]
    public async Task Switching_opens_another_account_of_the_same_address_under_a_new_reference()
    {
        var email = fixture.Address();
        var (first, second) = (await fixture.ClientAsync(email), await fixture.ClientAsync(email));
        var browser = await fixture.PersonAsync(email, first);
        var old = browser.Reference;

        var session = await Outcome.DoneAsync<SessionResponse>(
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session/client", new { clientId = second }));

        Assert.Equal(second, session.Client?.Id);
        Assert.NotEqual(old, browser.Reference);
        Assert.Matches("^__Host-portal=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", browser.SetCookie);
        Assert.Equal(second, Outcome.ClaimsOf(await browser.TokenAsync()).Account);
    }

    [Fact]
    public async Task An_old_reference_works_for_twenty_seconds_and_never_after()
    {
        var email = fixture.Address();
        var (first, second) = (await fixture.ClientAsync(email), await fixture.ClientAsync(email));
        var browser = await fixture.PersonAsync(email, first);
        var old = browser.Reference;
        await Outcome.DoneAsync(
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session/client", new { clientId = second }));

        fixture.Wait(TimeSpan.FromSeconds(15));
        var within = await Outcome.DoneAsync<TokenAnswer>(await browser.ExchangeAsync(old));
        fixture.Wait(TimeSpan.FromSeconds(5));

        // The gateway gives a token back ten seconds before it expires: it never keeps this one past the twenty.
        Assert.InRange(within.ExpiresIn, 10, 15);
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(old));
        fixture.Wait(TimeSpan.FromMinutes(5));
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(old));
        await browser.TokenAsync();
    }

    [Fact]
    public async Task An_account_that_the_address_does_not_open_does_not_exist()
    {
        var email = fixture.Address();
        var browser = await fixture.PersonAsync(email, await fixture.ClientAsync(email));
        var elsewhere = await fixture.ClientAsync(email, Guid.CreateVersion7());
        var reference = browser.Reference;

        foreach (var other in new[] { await fixture.ClientAsync(fixture.Address()), elsewhere, Guid.CreateVersion7() })
        {
            await Outcome.RefusedAsync(
                await browser.SendAsync(HttpMethod.Post, "/api/v1/session/client", new { clientId = other }),
                HttpStatusCode.NotFound,
                "client-not-found");
        }

        Assert.Equal(reference, browser.Reference);
    }

    [Fact]
    public async Task Of_tabs_that_switch_at_once_one_does_and_its_cookie_is_the_good_one()
    {
        var email = fixture.Address();
        var start = await fixture.ClientAsync(email);
        var targets = new[]
        {
            await fixture.ClientAsync(email),
            await fixture.ClientAsync(email),
            await fixture.ClientAsync(email),
        };
        var browser = await fixture.PersonAsync(email, start);
        var token = await browser.TokenAsync();

        var answers = await Task.WhenAll(targets.Select(target =>
            fixture.Host.SendAsync(HttpMethod.Post, "/api/v1/session/client", token, new { clientId = target })));

        var won = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Same(won, Assert.Single(answers, answer => answer.Headers.Contains("Set-Cookie")));
        var cookie = won.Headers.GetValues("Set-Cookie").Single();
        var reference = cookie["__Host-portal=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        fixture.Wait(TimeSpan.FromMinutes(1));
        var claims = Outcome.ClaimsOf(await Outcome.TokenAsync(await browser.ExchangeAsync(reference)));
        Assert.Equal(targets[Array.IndexOf(answers, won)], claims.Account);
        foreach (var lost in answers.Where(answer => answer != won))
        {
            await Outcome.RefusedAsync(lost, HttpStatusCode.Conflict, "client-switched");
        }

        won.Dispose();
    }

    [Fact]
    public async Task A_token_that_outlived_its_session_changes_nothing()
    {
        var email = fixture.Address();
        var (first, second) = (await fixture.ClientAsync(email), await fixture.ClientAsync(email));
        var browser = await fixture.PersonAsync(email, first);
        var token = await browser.TokenAsync();
        await Outcome.DoneAsync(
            await browser.SendAsync(HttpMethod.Delete, "/api/v1/session"), HttpStatusCode.NoContent);

        using var asked = await fixture.Host.GetAsync("/api/v1/session", token);
        Assert.Equal("Bearer realm=\"portal\", error=\"invalid_token\"", asked.Headers.WwwAuthenticate.ToString());
        await Outcome.RefusedAsync(asked, HttpStatusCode.Unauthorized, "session-ended");
        await Outcome.RefusedAsync(
            await browser.SendAsync(token, HttpMethod.Post, "/api/v1/session/client", new { clientId = second }),
            HttpStatusCode.Unauthorized,
            "session-ended");
    }
}
