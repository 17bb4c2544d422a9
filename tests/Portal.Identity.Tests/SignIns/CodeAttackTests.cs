using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

public sealed class CodeAttackTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task Of_two_hundred_guesses_at_once_five_are_looked_at()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            browser.Copy().CheckAsync(
                ((int.Parse(code, CultureInfo.InvariantCulture) + 1 + i) % 100_000_000)
                    .ToString("D8", CultureInfo.InvariantCulture))));

        Assert.Equal(5, answers.Count(answer => answer.Code == "code-wrong"));
        Assert.Equal(
            [0, 1, 2, 3, 4],
            answers.Where(answer => answer.Code == "code-wrong").Select(answer => answer.Problem!.TriesLeft).Order());
        Assert.Equal(195, answers.Count(answer => answer.Code == "sign-in-over"));
        Assert.Equal(
            5, (await fixture.Host.InDatabaseAsync(db => db.SignIns.SingleAsync(one => one.Email == _email))).Tries);
        Assert.Equal(
            5, (await fixture.TrailAsync(Mask.Email(_email))).Count(one => one.Action == AuditActions.CodeWrong));
        (await browser.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task The_right_code_two_hundred_times_at_once_opens_one_session()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => browser.Copy().CheckAsync(code)));

        Assert.Single(answers, answer => answer.Step == "done");
        Assert.Equal(199, answers.Count(answer => answer.Code == "sign-in-over"));
        Assert.Single(await fixture.SessionsAsync(_email));
    }

    [Fact]
    public async Task The_right_code_among_two_hundred_at_once_is_taken_once_at_most()
    {
        var (browser, code) = await AskedAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(
                i => browser.Copy().CheckAsync(i % 2 == 0 ? code : SignInFixture.Other(code))));

        var taken = answers.Count(answer => answer.Step == "done");
        Assert.InRange(taken, 0, 1);
        Assert.InRange(answers.Count(answer => answer.Code == "code-wrong"), 0, 5);
        Assert.Equal(taken, (await fixture.SessionsAsync(_email)).Count);
    }

    [Fact]
    public async Task A_code_is_of_no_use_in_another_browser()
    {
        var (_, code) = await AskedAsync();
        var other = SignInFixture.NewEmail();
        await fixture.AccountAsync(other);
        var thief = fixture.Browser();

        (await thief.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
        await thief.StartAsync(other);
        (await thief.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");

        Assert.Empty(await fixture.SessionsAsync(_email));
    }

    [Fact]
    public async Task A_code_is_of_no_use_for_the_same_address_in_another_browser()
    {
        var (_, code) = await AskedAsync();
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        var thief = fixture.Browser();
        (await thief.StartAsync(_email)).At("code");

        (await thief.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
    }

    [Fact]
    public async Task A_code_of_one_agency_is_of_no_use_at_another()
    {
        var agency = await fixture.AgencyAsync(new());
        var (_, code) = await AskedAsync();
        await fixture.AccountAsync(_email, agencyId: agency.Id);
        var browser = fixture.Browser();
        (await browser.StartAsync(_email, agency.Slug)).At("code");

        (await browser.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_and_keeps_the_count()
    {
        var (browser, old) = await AskedAsync();
        for (var i = 0; i < 3; i++)
        {
            await browser.CheckAsync(SignInFixture.Other(old));
        }

        fixture.Clock.Move(TimeSpan.FromSeconds(60));
        Assert.Equal(2, (await browser.SendCodeAsync()).At("code").State.TriesLeft);
        var replaced = await fixture.CodeAsync(_email, n: 2);

        Assert.NotEqual(old, replaced);
        Assert.Equal(1, (await browser.CheckAsync(old)).Problem?.TriesLeft);
        Assert.Equal(0, (await browser.CheckAsync(SignInFixture.Other(replaced))).Problem?.TriesLeft);
        (await browser.CheckAsync(replaced)).Is(HttpStatusCode.Conflict, "sign-in-over");
        (await browser.SendCodeAsync()).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task A_code_works_for_ten_minutes()
    {
        var (browser, code) = await AskedAsync();
        fixture.Clock.Move(TimeSpan.FromMinutes(10));

        (await browser.CheckAsync(code)).Is(HttpStatusCode.Conflict, "code-expired");

        Assert.Empty(await fixture.SessionsAsync(_email));
        (await browser.SendCodeAsync()).At("code");
        (await browser.CheckAsync(await fixture.CodeAsync(_email, n: 2))).At("done");
    }

    [Fact]
    public async Task Codes_to_one_address_come_a_minute_apart_and_five_an_hour_whoever_asks()
    {
        await fixture.AccountAsync(_email);
        await fixture.StaffAsync(_email);
        for (var i = 0; i < 5; i++)
        {
            (await fixture.Browser().StartAsync(_email, audience: i % 2 == 0 ? "client" : "staff")).At("code");
            var tooSoon = await fixture.Browser().StartAsync(_email);
            if (i < 4)
            {
                tooSoon.Is(HttpStatusCode.TooManyRequests, "code-too-soon");
                Assert.Equal("60", tooSoon.Headers["Retry-After"]);
            }

            fixture.Clock.Move(TimeSpan.FromMinutes(1));
        }

        var tooMany = await fixture.Browser().StartAsync(_email, audience: "staff");
        tooMany.Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        Assert.Equal("3300", tooMany.Headers["Retry-After"]);
        Assert.Empty(tooMany.SetCookies);
        fixture.Clock.Move(TimeSpan.FromMinutes(55));
        (await fixture.Browser().StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task Codes_asked_for_at_once_in_many_browsers_are_one()
    {
        await fixture.AccountAsync(_email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Browser().StartAsync(_email)));

        Assert.Single(answers, answer => answer.Step == "code");
        Assert.Equal(19, answers.Count(answer => answer.Code == "code-too-soon"));
        await fixture.CodeAsync(_email);
        Assert.Single(fixture.SentTo(_email));
    }

    [Fact]
    public async Task From_one_place_twenty_codes_an_hour_are_asked_for()
    {
        for (var i = 0; i < 20; i++)
        {
            var email = SignInFixture.NewEmail();
            await fixture.AccountAsync(email);
            (await fixture.Browser("198.51.100.20").StartAsync(email)).At("code");
        }

        await fixture.AccountAsync(_email);
        (await fixture.Browser("198.51.100.20").StartAsync(_email))
            .Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await fixture.Browser("198.51.100.21").StartAsync(_email)).At("code");
    }

    [Fact]
    public void Guessing_one_account_for_a_day_succeeds_in_less_than_one_case_of_ten_thousand()
    {
        // Every guess needs a code that was sent, and the codes to an address are counted whoever asks, from wherever,
        // as client or as staff. An hour slides, so that 24 hours hold the codes of 25 at most. Whoever held every
        // browser in which the person signed in would have the shares of those besides.
        const int CodesADay = 5 * 25;
        const double Chance = CodesADay * (1 + KnownDevice.MaxOfAddress) * SignIn.MaxTries / 100_000_000d;

        Assert.True(Chance < 1d / 10_000, $"{Chance}");
        Assert.Equal(8, OneTimeCode.Length);
    }

    [Fact]
    public async Task Signing_in_makes_a_session_that_nobody_knew_before_and_ends_the_earlier_one()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        browser.Cookies[Browser.SessionCookie] = "planted-by-somebody-else";
        await browser.StartAsync(_email);
        await browser.CheckAsync(await fixture.CodeAsync(_email));
        var first = Assert.Single(await fixture.SessionsAsync(_email));
        Assert.NotEqual("planted-by-somebody-else", browser.Cookies[Browser.SessionCookie]);
        var before = browser.Cookies[Browser.SessionCookie];

        fixture.Clock.Move(TimeSpan.FromMinutes(2));
        browser.Token = await fixture.TokenAsync(first);
        await browser.StartAsync(_email);
        await browser.CheckAsync(await fixture.CodeAsync(_email, n: 2));

        var sessions = await fixture.SessionsAsync(_email);
        Assert.NotEqual(before, browser.Cookies[Browser.SessionCookie]);
        Assert.Equal(SessionEnd.Replaced, sessions[0].EndReason);
        Assert.True(sessions[1].IsLive(fixture.Clock.GetUtcNow()));
        Assert.NotEqual(sessions[0].ReferenceHash, sessions[1].ReferenceHash);
    }

    [Fact]
    public async Task A_sign_in_cookie_that_was_planted_is_not_taken_over()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        browser.Cookies[Browser.SignInCookie] = "planted-by-somebody-else";

        (await browser.StartAsync(_email)).At("code");

        Assert.NotEqual("planted-by-somebody-else", browser.Cookies[Browser.SignInCookie]);
        var thief = fixture.Browser();
        thief.Cookies[Browser.SignInCookie] = "planted-by-somebody-else";
        (await thief.CheckAsync(await fixture.CodeAsync(_email))).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task Neither_reference_nor_code_lies_in_the_database()
    {
        var (browser, code) = await AskedAsync();

        var stored = await fixture.Host.InDatabaseAsync(async db => (
            SignIn: await db.SignIns.SingleAsync(one => one.Email == _email),
            Rows: await db.Database.SqlQuery<string>(
                $"select s::text as \"Value\" from sign_ins s union all select o::text from outbox o").ToListAsync()));

        Assert.DoesNotContain(
            stored.Rows,
            row => row.Contains(code, StringComparison.Ordinal)
                || row.Contains(browser.Cookies[Browser.SignInCookie], StringComparison.Ordinal));
        Assert.Equal(SessionReference.HashOf(browser.Cookies[Browser.SignInCookie]), stored.SignIn.ReferenceHash);
        Assert.Equal(32, stored.SignIn.CodeHash?.Length);
    }

    private async Task<(Browser Browser, string Code)> AskedAsync()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        (await browser.StartAsync(_email)).At("code");
        return (browser, await fixture.CodeAsync(_email));
    }
}
