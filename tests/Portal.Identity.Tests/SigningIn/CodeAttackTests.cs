using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SigningIn;

public sealed class CodeAttackTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private readonly string _email = SignInWorld.NewEmail();

    [Fact]
    public async Task Of_two_hundred_guesses_at_once_five_are_looked_at()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            browser.Copy().CheckAsync(((int.Parse(code, CultureInfo.InvariantCulture) + 1 + i) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture))));

        Assert.Equal(5, answers.Count(answer => answer.Code == "code-wrong"));
        Assert.Equal(["0", "1", "2", "3", "4"], answers.Where(answer => answer.Code == "code-wrong").Select(answer => answer["triesLeft"]!).Order(StringComparer.Ordinal));
        Assert.Equal(195, answers.Count(answer => answer.Code == "sign-in-over"));
        Assert.Equal(5, (await world.Host.InDatabaseAsync(db => db.SignIns.SingleAsync(one => one.Email == _email))).Tries);
        Assert.Equal(5, (await world.TrailAsync(Mask.Email(_email))).Count(one => one.Action == AuditActions.CodeWrong));
        (await browser.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task The_right_code_two_hundred_times_at_once_opens_one_session()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => browser.Copy().CheckAsync(code)));

        Assert.Single(answers, answer => answer.Step == "done");
        Assert.Equal(199, answers.Count(answer => answer.Code == "sign-in-over"));
        Assert.Single(await world.SessionsAsync(_email));
    }

    [Fact]
    public async Task The_right_code_among_two_hundred_at_once_is_taken_once_at_most()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => browser.Copy().CheckAsync(i % 2 == 0 ? code : SignInWorld.Other(code))));

        var taken = answers.Count(answer => answer.Step == "done");
        Assert.InRange(taken, 0, 1);
        Assert.InRange(answers.Count(answer => answer.Code == "code-wrong"), 0, 5);
        Assert.Equal(taken, (await world.SessionsAsync(_email)).Count);
    }

    [Fact]
    public async Task A_code_is_of_no_use_in_another_browser()
    {
        var (_, code) = await AskedAsync();
        var other = SignInWorld.NewEmail();
        await world.AccountAsync(other);
        var thief = world.Browser();

        (await thief.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
        await thief.StartAsync(other);
        (await thief.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");

        Assert.Empty(await world.SessionsAsync(_email));
    }

    [Fact]
    public async Task A_code_is_of_no_use_for_the_same_address_in_another_browser()
    {
        var (_, code) = await AskedAsync();
        world.Clock.Move(TimeSpan.FromMinutes(1));
        var thief = world.Browser();
        (await thief.StartAsync(_email)).At("code");

        (await thief.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
    }

    [Fact]
    public async Task A_code_of_one_agency_is_of_no_use_at_another()
    {
        var agency = await world.AgencyAsync(new());
        var (_, code) = await AskedAsync();
        await world.AccountAsync(_email, agencyId: agency.Id);
        var browser = world.Browser();
        (await browser.StartAsync(_email, agency.Slug)).At("code");

        (await browser.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_and_keeps_the_count()
    {
        var (browser, old) = await AskedAsync();
        for (var i = 0; i < 3; i++)
        {
            await browser.CheckAsync(SignInWorld.Other(old));
        }

        world.Clock.Move(TimeSpan.FromSeconds(60));
        Assert.Equal("2", (await browser.SendCodeAsync()).At("code")["triesLeft"]);
        var replaced = await world.CodeAsync(_email, n: 2);

        Assert.NotEqual(old, replaced);
        Assert.Equal("1", (await browser.CheckAsync(old))["triesLeft"]);
        Assert.Equal("0", (await browser.CheckAsync(SignInWorld.Other(replaced)))["triesLeft"]);
        (await browser.CheckAsync(replaced)).Is(HttpStatusCode.Conflict, "sign-in-over");
        (await browser.SendCodeAsync()).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task A_code_works_for_ten_minutes()
    {
        var (browser, code) = await AskedAsync();
        world.Clock.Move(TimeSpan.FromMinutes(10));

        (await browser.CheckAsync(code)).Is(HttpStatusCode.Conflict, "code-expired");

        Assert.Empty(await world.SessionsAsync(_email));
        (await browser.SendCodeAsync()).At("code");
        (await browser.CheckAsync(await world.CodeAsync(_email, n: 2))).At("done");
    }

    [Fact]
    public async Task Codes_to_one_address_come_a_minute_apart_and_five_an_hour_whoever_asks()
    {
        await world.AccountAsync(_email);
        await world.StaffAsync(_email);
        for (var i = 0; i < 5; i++)
        {
            (await world.Browser().StartAsync(_email, audience: i % 2 == 0 ? "client" : "staff")).At("code");
            var tooSoon = await world.Browser().StartAsync(_email);
            if (i < 4)
            {
                tooSoon.Is(HttpStatusCode.TooManyRequests, "code-too-soon");
                Assert.Equal("60", tooSoon.Headers["Retry-After"]);
            }

            world.Clock.Move(TimeSpan.FromMinutes(1));
        }

        var tooMany = await world.Browser().StartAsync(_email, audience: "staff");
        tooMany.Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        Assert.Equal("3300", tooMany.Headers["Retry-After"]);
        Assert.Empty(tooMany.SetCookies);
        world.Clock.Move(TimeSpan.FromMinutes(55));
        (await world.Browser().StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task Codes_asked_for_at_once_in_many_browsers_are_one()
    {
        await world.AccountAsync(_email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.Browser().StartAsync(_email)));

        Assert.Single(answers, answer => answer.Step == "code");
        Assert.Equal(19, answers.Count(answer => answer.Code == "code-too-soon"));
        await world.CodeAsync(_email);
        Assert.Single(world.SentTo(_email));
    }

    [Fact]
    public async Task From_one_place_twenty_codes_an_hour_are_asked_for()
    {
        for (var i = 0; i < 20; i++)
        {
            var email = SignInWorld.NewEmail();
            await world.AccountAsync(email);
            (await world.Browser("198.51.100.20").StartAsync(email)).At("code");
        }

        await world.AccountAsync(_email);
        (await world.Browser("198.51.100.20").StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await world.Browser("198.51.100.21").StartAsync(_email)).At("code");
    }

    [Fact]
    public void Guessing_one_account_for_a_day_succeeds_in_less_than_one_case_of_ten_thousand()
    {
        // Every guess needs a code that was sent, and the codes to an address are counted whoever asks, from wherever, as
        // client or as staff. An hour slides, so that 24 hours hold the codes of 25 at most. Whoever held every browser in
        // which the person signed in would have the shares of those besides.
        const int codesADay = 5 * 25;
        const double chance = codesADay * (1 + KnownDevice.MaxOfAddress) * SignIn.MaxTries / 100_000_000d;

        Assert.True(chance < 1d / 10_000, $"{chance}");
        Assert.Equal(8, OneTimeCode.Length);
    }

    [Fact]
    public async Task Signing_in_makes_a_session_that_nobody_knew_before_and_ends_the_earlier_one()
    {
        await world.AccountAsync(_email);
        var browser = world.Browser();
        browser.Cookies[Browser.SessionCookie] = "planted-by-somebody-else";
        await browser.StartAsync(_email);
        await browser.CheckAsync(await world.CodeAsync(_email));
        var first = Assert.Single(await world.SessionsAsync(_email));
        Assert.NotEqual("planted-by-somebody-else", browser.Cookies[Browser.SessionCookie]);
        var before = browser.Cookies[Browser.SessionCookie];

        world.Clock.Move(TimeSpan.FromMinutes(2));
        browser.Token = await world.TokenAsync(first);
        await browser.StartAsync(_email);
        await browser.CheckAsync(await world.CodeAsync(_email, n: 2));

        var sessions = await world.SessionsAsync(_email);
        Assert.NotEqual(before, browser.Cookies[Browser.SessionCookie]);
        Assert.Equal(SessionEnd.Replaced, sessions[0].EndReason);
        Assert.True(sessions[1].IsLive(world.Clock.GetUtcNow()));
        Assert.NotEqual(sessions[0].ReferenceHash, sessions[1].ReferenceHash);
    }

    [Fact]
    public async Task A_sign_in_cookie_that_was_planted_is_not_taken_over()
    {
        await world.AccountAsync(_email);
        var browser = world.Browser();
        browser.Cookies[Browser.SignInCookie] = "planted-by-somebody-else";

        (await browser.StartAsync(_email)).At("code");

        Assert.NotEqual("planted-by-somebody-else", browser.Cookies[Browser.SignInCookie]);
        var thief = world.Browser();
        thief.Cookies[Browser.SignInCookie] = "planted-by-somebody-else";
        (await thief.CheckAsync(await world.CodeAsync(_email))).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task Neither_reference_nor_code_lies_in_the_database()
    {
        var (browser, code) = await AskedAsync();

        var stored = await world.Host.InDatabaseAsync(async db => (
            SignIn: await db.SignIns.SingleAsync(one => one.Email == _email),
            Rows: await db.Database.SqlQuery<string>($"select s::text as \"Value\" from sign_ins s union all select o::text from outbox o").ToListAsync()));

        Assert.DoesNotContain(stored.Rows, row => row.Contains(code, StringComparison.Ordinal) || row.Contains(browser.Cookies[Browser.SignInCookie], StringComparison.Ordinal));
        Assert.Equal(SessionReference.HashOf(browser.Cookies[Browser.SignInCookie]), stored.SignIn.ReferenceHash);
        Assert.Equal(32, stored.SignIn.CodeHash?.Length);
    }

    private async Task<(Browser Browser, string Code)> AskedAsync()
    {
        await world.AccountAsync(_email);
        var browser = world.Browser();
        (await browser.StartAsync(_email)).At("code");
        return (browser, await world.CodeAsync(_email));
    }
}
