using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Features;

public sealed class SessionsTests(SignedIn world) : IClassFixture<SignedIn>
{
    [Fact]
    public async Task A_client_sees_who_it_is_where_and_until_when()
    {
        var email = world.Address();
        var (first, second) = (await world.ClientAsync(email), await world.ClientAsync(email));
        var browser = await world.PersonAsync(email, first);

        var session = await browser.ReadAsync("/api/v1/session");

        Assert.Equal("client", session.GetProperty("kind").GetString());
        Assert.Equal(email, session.GetProperty("person").GetProperty("email").GetString());
        Assert.Equal("insured", session.GetProperty("role").GetString());
        Assert.Equal("harborlight", session.GetProperty("agency").GetProperty("slug").GetString());
        Assert.Equal(first, session.GetProperty("client").GetProperty("id").GetGuid());
        Assert.Equal(
            new[] { first, second }.Order(), session.GetProperty("clients").EnumerateArray().Select(one => one.GetProperty("id").GetGuid()).Order());
        Assert.Equal(JsonValueKind.Null, session.GetProperty("delegation").ValueKind);
        Assert.Equal(JsonValueKind.Null, session.GetProperty("secondFactorAt").ValueKind);
        var started = session.GetProperty("startedAt").GetDateTimeOffset();
        Assert.Equal(TimeSpan.FromHours(12), session.GetProperty("expiresAt").GetDateTimeOffset() - started);
        Assert.Equal(TimeSpan.FromMinutes(30), session.GetProperty("idleAt").GetDateTimeOffset() - started);
    }

    [Fact]
    public async Task The_staff_sees_its_role_and_no_account_and_whoever_stepped_in_sees_the_client()
    {
        var account = await world.ClientAsync(world.Address());
        var browser = await world.StaffAsync(StaffRole.Agent);

        var own = await browser.ReadAsync("/api/v1/session");
        var delegation = (await browser.StepInAsync(account, "manage", minutes: 10)).GetProperty("id").GetGuid();
        var stepped = await world.Host.ReadAsync("/api/v1/session", await browser.DelegatedTokenAsync(delegation));

        Assert.Equal("staff agent", $"{own.GetProperty("kind").GetString()} {own.GetProperty("role").GetString()}");
        Assert.Empty(own.GetProperty("clients").EnumerateArray());
        Assert.NotEqual(JsonValueKind.Null, own.GetProperty("secondFactorAt").ValueKind);
        Assert.Equal("client", stepped.GetProperty("kind").GetString());
        Assert.Equal(account, stepped.GetProperty("client").GetProperty("id").GetGuid());
        Assert.StartsWith("Client of", stepped.GetProperty("person").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal("manage", stepped.GetProperty("mode").GetString());
        Assert.Equal("Nora Whitfield", stepped.GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal(delegation, stepped.GetProperty("delegation").GetProperty("id").GetGuid());
        var part = stepped.GetProperty("delegation");
        Assert.Equal(
            TimeSpan.FromMinutes(10), part.GetProperty("expiresAt").GetDateTimeOffset() - part.GetProperty("startedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_partner_has_no_session()
    {
        using var response = await world.Host.GetAsync("/api/v1/session", await world.Host.PartnerTokenAsync());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_its_delegations_and_the_cookie()
    {
        var browser = await world.StaffAsync(StaffRole.Agent);
        var delegation = (await browser.StepInAsync(await world.ClientAsync(world.Address()))).GetProperty("id").GetGuid();
        var reference = browser.Reference;

        await Outcome.DoneAsync(await browser.SendAsync(HttpMethod.Delete, "/api/v1/session"), HttpStatusCode.NoContent);

        Assert.Matches("^__Host-portal=; expires=Thu, 01 Jan 1970 .*; path=/; secure; samesite=lax; httponly$", browser.SetCookie);
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(reference));
        var ended = await world.Host.InDatabaseAsync(db => db.Delegations.Where(one => one.Id == delegation).Select(one => one.EndedAt).SingleAsync());
        Assert.NotNull(ended);
        var keys = await world.Host.InDatabaseAsync(db => db.Revocations.Select(one => one.Key).ToListAsync());
        Assert.Contains(browser.SessionId.ToString(), keys);
        Assert.Contains(delegation.ToString(), keys);
        var entries = await world.Host.InDatabaseAsync(db => db.AuditEntries.Where(one => one.Fact.SessionId == browser.SessionId)
            .Select(one => one.Action).ToListAsync());
        Assert.Equal(["delegation.started", "delegation.ended", "session.ended"], entries);
    }

    [Fact]
    public async Task A_person_sees_and_ends_its_own_sessions_and_nobody_elses()
    {
        var email = world.Address();
        var account = await world.ClientAsync(email);
        var (here, there) = (await world.PersonAsync(email, account), await world.PersonAsync(email, account));
        var colleague = await world.PersonAsync(world.Address(), account);
        var staff = await world.StaffAsync(StaffRole.Admin);

        var list = (await here.ReadAsync("/api/v1/sessions")).GetProperty("items").EnumerateArray().ToList();

        Assert.Equal(
            [(there.SessionId, false), (here.SessionId, true)],
            list.Select(one => (one.GetProperty("id").GetGuid(), one.GetProperty("current").GetBoolean())));
        Assert.Equal("Firefox 203.0.113.7", $"{list[0].GetProperty("browser").GetString()} {list[0].GetProperty("ipAddress").GetString()}");
        foreach (var other in new[] { colleague.SessionId, staff.SessionId, Guid.CreateVersion7() })
        {
            await Outcome.RefusedAsync(
                await here.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{other}"), HttpStatusCode.NotFound, "session-not-found");
        }

        await Outcome.RefusedAsync(
            await staff.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{here.SessionId}"), HttpStatusCode.NotFound, "session-not-found");
        await Outcome.DoneAsync(
            await here.SendAsync(HttpMethod.Delete, $"/api/v1/sessions/{there.SessionId}"), HttpStatusCode.NoContent);
        Assert.Null(here.SetCookie);
        await Outcome.NotInForceAsync(await there.ExchangeAsync());
        await staff.TokenAsync();
    }

    [Fact]
    public async Task All_sessions_end_at_once_this_one_too()
    {
        var email = world.Address();
        var account = await world.ClientAsync(email);
        var (here, there) = (await world.PersonAsync(email, account), await world.PersonAsync(email, account));
        var reference = here.Reference;

        await Outcome.DoneAsync(await here.SendAsync(HttpMethod.Delete, "/api/v1/sessions"), HttpStatusCode.NoContent);

        Assert.StartsWith("__Host-portal=;", here.SetCookie, StringComparison.Ordinal);
        await Outcome.NotInForceAsync(await here.ExchangeAsync(reference));
        await Outcome.NotInForceAsync(await there.ExchangeAsync());
    }

    [Fact]
    public async Task Switching_opens_another_account_of_the_same_address_under_a_new_reference()
    {
        var email = world.Address();
        var (first, second) = (await world.ClientAsync(email), await world.ClientAsync(email));
        var browser = await world.PersonAsync(email, first);
        var old = browser.Reference;

        var session = await Outcome.DoneAsync(
            await browser.SendAsync(HttpMethod.Post, "/api/v1/session/client", new { clientId = second }));

        Assert.Equal(second, session.GetProperty("client").GetProperty("id").GetGuid());
        Assert.NotEqual(old, browser.Reference);
        Assert.Matches("^__Host-portal=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$", browser.SetCookie);
        Assert.Equal(second, Outcome.ClaimsOf(await browser.TokenAsync()).GetProperty("account").GetGuid());
    }

    [Fact]
    public async Task An_old_reference_works_for_twenty_seconds_and_never_after()
    {
        var email = world.Address();
        var (first, second) = (await world.ClientAsync(email), await world.ClientAsync(email));
        var browser = await world.PersonAsync(email, first);
        var old = browser.Reference;
        await Outcome.DoneAsync(await browser.SendAsync(HttpMethod.Post, "/api/v1/session/client", new { clientId = second }));

        world.Wait(TimeSpan.FromSeconds(15));
        var within = await Outcome.DoneAsync(await browser.ExchangeAsync(old));
        world.Wait(TimeSpan.FromSeconds(5));

        // The gateway gives a token back ten seconds before it expires: it never keeps this one past the twenty.
        Assert.InRange(within.GetProperty("expires_in").GetInt32(), 10, 15);
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(old));
        world.Wait(TimeSpan.FromMinutes(5));
        await Outcome.NotInForceAsync(await browser.ExchangeAsync(old));
        await browser.TokenAsync();
    }

    [Fact]
    public async Task An_account_that_the_address_does_not_open_does_not_exist()
    {
        var email = world.Address();
        var browser = await world.PersonAsync(email, await world.ClientAsync(email));
        var elsewhere = await world.ClientAsync(email, Guid.CreateVersion7());
        var reference = browser.Reference;

        foreach (var other in new[] { await world.ClientAsync(world.Address()), elsewhere, Guid.CreateVersion7() })
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
        var email = world.Address();
        var start = await world.ClientAsync(email);
        var targets = new[] { await world.ClientAsync(email), await world.ClientAsync(email), await world.ClientAsync(email) };
        var browser = await world.PersonAsync(email, start);
        var token = await browser.TokenAsync();

        var answers = await Task.WhenAll(targets.Select(target =>
            world.Host.SendAsync(HttpMethod.Post, "/api/v1/session/client", token, new { clientId = target })));

        var won = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Same(won, Assert.Single(answers, answer => answer.Headers.Contains("Set-Cookie")));
        var cookie = won.Headers.GetValues("Set-Cookie").Single();
        var reference = cookie["__Host-portal=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        world.Wait(TimeSpan.FromMinutes(1));
        var claims = Outcome.ClaimsOf(await Outcome.TokenAsync(await browser.ExchangeAsync(reference)));
        Assert.Equal(targets[Array.IndexOf(answers, won)], claims.GetProperty("account").GetGuid());
        foreach (var lost in answers.Where(answer => answer != won))
        {
            await Outcome.RefusedAsync(lost, HttpStatusCode.Conflict, "client-switched");
        }

        won.Dispose();
    }

    [Fact]
    public async Task A_token_that_outlived_its_session_changes_nothing()
    {
        var email = world.Address();
        var (first, second) = (await world.ClientAsync(email), await world.ClientAsync(email));
        var browser = await world.PersonAsync(email, first);
        var token = await browser.TokenAsync();
        await Outcome.DoneAsync(await browser.SendAsync(HttpMethod.Delete, "/api/v1/session"), HttpStatusCode.NoContent);

        using var asked = await world.Host.GetAsync("/api/v1/session", token);
        Assert.Equal("Bearer realm=\"portal\", error=\"invalid_token\"", asked.Headers.WwwAuthenticate.ToString());
        await Outcome.RefusedAsync(asked, HttpStatusCode.Unauthorized, "session-ended");
        await Outcome.RefusedAsync(
            await browser.SendAsync(token, HttpMethod.Post, "/api/v1/session/client", new { clientId = second }),
            HttpStatusCode.Unauthorized,
            "session-ended");
    }
}
