using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.SigningIn;

/// <summary>A browser that has signed in before has codes of its own, which nobody else uses up.</summary>
public sealed class KnownDeviceTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private const string Device = Browser.DeviceCookie;
    private const string Client = "client";
    private const string Staff = "staff";

    private readonly string _email = SignInWorld.NewEmail();
    private int _codes;

    [Theory]
    [InlineData(Client)]
    [InlineData(Staff)]
    public async Task Strangers_who_spend_the_codes_of_an_hour_keep_nobody_out_who_signed_in_there_before(string audience)
    {
        var browser = await SignedInAsync(audience);
        await SpendAsync(audience);

        (await browser.StartAsync(_email, audience: audience)).At("code");

        (await browser.CheckAsync(await NextCodeAsync())).At(audience == Client ? "done" : "second_factor");
        (await world.Browser().StartAsync(_email, audience: audience)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task A_stranger_who_asked_a_second_ago_is_not_waited_for()
    {
        var browser = await SignedInAsync(Client);
        (await world.Browser().StartAsync(_email)).At("code");

        (await browser.StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task What_strangers_type_wrongly_costs_the_known_browser_no_try()
    {
        var browser = await SignedInAsync(Client);
        var stranger = world.Browser();
        await stranger.StartAsync(_email);
        var theirs = await NextCodeAsync();
        (await browser.StartAsync(_email)).At("code");
        for (var i = 0; i < 5; i++)
        {
            (await stranger.CheckAsync(SignInWorld.Other(theirs))).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
        }

        (await browser.CheckAsync(await NextCodeAsync())).At("done");
    }

    [Fact]
    public async Task A_known_browser_gets_five_codes_an_hour_a_minute_apart_and_takes_none_of_the_strangers()
    {
        var browser = await SignedInAsync(Client);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await AnewAsync(browser)).Status);
            (await AnewAsync(browser)).Is(HttpStatusCode.TooManyRequests, i < 4 ? "code-too-soon" : "too-many-codes");
            world.Clock.Move(TimeSpan.FromMinutes(1));
        }

        (await AnewAsync(browser)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await world.Browser().StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task Others_at_the_same_place_use_up_nothing_of_a_known_browser()
    {
        const string Office = "198.51.100.77";
        var browser = await SignedInAsync(Client, from: Office);
        for (var i = 0; i < 20; i++)
        {
            var colleague = SignInWorld.NewEmail();
            await world.AccountAsync(colleague);
            await world.Browser(Office).StartAsync(colleague);
        }

        for (var i = 0; i < 10; i++)
        {
            (await world.Browser(Office).StartAsync(SignInWorld.NewEmail())).Is(HttpStatusCode.NotFound, "address-not-found");
        }

        (await world.Browser(Office).StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-addresses");
        (await browser.StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task A_cookie_of_another_person_agency_or_audience_gives_nothing()
    {
        var browser = await SignedInAsync(Client);
        var other = SignInWorld.NewEmail();
        await world.AccountAsync(other);
        await world.StaffAsync(_email);
        var agency = await world.AgencyAsync(new());
        await world.AccountAsync(_email, agencyId: agency.Id);
        await SpendAsync(Client, other);
        await SpendAsync(Client, _email, agency.Slug);
        await SpendAsync(Staff);

        (await browser.StartAsync(other)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await browser.StartAsync(_email, agency.Slug)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await browser.StartAsync(_email, audience: Staff)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task Made_up_cookies_give_nothing_however_many()
    {
        await SignedInAsync(Client);
        await SpendAsync(Client);

        for (var i = 0; i < 20; i++)
        {
            var stranger = world.Browser();
            stranger.Cookies[Device] = i % 2 == 0 ? SessionReference.New().Value : new string('x', 4000);
            (await stranger.StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        }
    }

    [Fact]
    public async Task Whoever_leaves_the_agency_leaves_no_known_browser_behind()
    {
        var browser = await SignedInAsync(Staff);
        var (admin, session) = await AdminAsync();
        var member = await world.Host.InDatabaseAsync(db => db.Staff.SingleAsync(one => one.Email == _email));
        var path = $"/api/v1/agency/staff/{member.Id}";
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Patch, path, new { active = false })).Status);
        await SpendAsync(Staff);

        (await browser.StartAsync(_email, audience: Staff)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");

        admin.Token = await world.TokenAsync(session, Scopes.AgencyWrite);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Patch, path, new { active = true })).Status);
        (await browser.StartAsync(_email, audience: Staff)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task A_contact_whose_access_ended_has_no_known_browser_any_more()
    {
        var browser = await SignedInAsync(Client);
        await SpendAsync(Client);
        await world.Host.InDatabaseAsync(db => db.Accounts.Where(one => one.PrimaryEmail == _email).ExecuteDeleteAsync());

        (await browser.StartAsync(_email)).Is(HttpStatusCode.NotFound, "address-not-found");
    }

    [Fact]
    public async Task Each_sign_in_gives_a_new_reference_and_the_old_is_worth_nothing()
    {
        var browser = await SignedInAsync(Client);
        var thief = browser.Copy();
        world.Clock.Move(TimeSpan.FromMinutes(2));
        await browser.StartAsync(_email);
        (await browser.CheckAsync(await NextCodeAsync())).At("done");
        await SpendAsync(Client);

        Assert.NotEqual(thief.Cookies[Device], browser.Cookies[Device]);
        (await thief.StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await browser.StartAsync(_email)).At("code");
        var stored = Assert.Single(await DevicesAsync());
        Assert.Equal(SessionReference.HashOf(browser.Cookies[Device]), stored.ReferenceHash);
    }

    [Fact]
    public async Task Two_people_who_share_a_browser_are_both_known_there()
    {
        var browser = await SignedInAsync(Client);
        var other = SignInWorld.NewEmail();
        await world.AccountAsync(other);
        await browser.StartAsync(other);
        (await browser.CheckAsync(await world.CodeAsync(other))).At("done");
        await SpendAsync(Client);
        await SpendAsync(Client, other);

        (await browser.StartAsync(_email)).At("code");
        (await browser.StartAsync(other)).At("code");
    }

    [Fact]
    public async Task The_eleventh_browser_takes_the_place_of_the_one_used_longest_ago()
    {
        var browsers = new List<Browser> { await SignedInAsync(Client) };
        while (browsers.Count < 11)
        {
            world.Clock.Move(TimeSpan.FromMinutes(13));
            var next = world.Browser();
            await next.StartAsync(_email);
            (await next.CheckAsync(await NextCodeAsync())).At("done");
            browsers.Add(next);
        }

        world.Clock.Move(TimeSpan.FromHours(1));
        await SpendAsync(Client);

        Assert.Equal(10, (await DevicesAsync()).Count);
        (await browsers[0].StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await browsers[1].StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task A_browser_that_was_not_used_for_half_a_year_is_a_strangers_again()
    {
        var browser = await SignedInAsync(Client);
        world.Clock.Move(KnownDevice.Lifetime - TimeSpan.FromHours(2));
        await SpendAsync(Client);
        (await browser.StartAsync(_email)).At("code");
        world.Clock.Move(TimeSpan.FromHours(2));
        await SpendAsync(Client);

        (await AnewAsync(browser)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_outlives_the_session()
    {
        await world.AccountAsync(_email);
        var browser = world.Browser();
        await browser.StartAsync(_email);

        var done = (await browser.CheckAsync(await NextCodeAsync())).At("done");

        var cookie = Assert.Single(done.SetCookies, one => one.StartsWith(Device, StringComparison.Ordinal));
        Assert.Matches("^__Host-portal-device=[A-Za-z0-9_-]{43}; max-age=15552000; path=/; secure; samesite=lax; httponly$", cookie);
    }

    private async Task<Browser> SignedInAsync(string audience, string? from = null)
    {
        var browser = world.Browser(from);
        if (audience == Client)
        {
            await world.AccountAsync(_email);
            await browser.StartAsync(_email);
            (await browser.CheckAsync(await NextCodeAsync())).At("done");
        }
        else
        {
            await world.StaffAsync(_email);
            await browser.StartAsync(_email, audience: Staff);
            await EnterAsync(browser, _email, await NextCodeAsync());
        }

        world.Clock.Move(TimeSpan.FromHours(1));
        return browser;
    }

    private async Task<(Browser Admin, Session Session)> AdminAsync()
    {
        var (admin, email) = (world.Browser(), SignInWorld.NewEmail());
        await world.StaffAsync(email, StaffRole.Admin);
        await admin.StartAsync(email, audience: Staff);
        await EnterAsync(admin, email, await world.CodeAsync(email));
        var session = (await world.SessionsAsync(email))[0];
        admin.Token = await world.TokenAsync(session, Scopes.AgencyWrite);
        return (admin, session);
    }

    private async Task EnterAsync(Browser browser, string email, string code)
    {
        (await browser.CheckAsync(code)).At("enroll_second_factor");
        var secret = Base32Text.Decode((await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor/enrollment"))["secret"]!);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(world.Clock.GetUtcNow())))).At("done");
        Assert.Single(await world.SessionsAsync(email));
    }

    // A sign-in that is under way would go on with the code that it has.
    private async Task<BrowserAnswer> AnewAsync(Browser browser)
    {
        browser.Cookies.Remove(Browser.SignInCookie);
        var answer = await browser.StartAsync(_email);
        _codes += answer.Status == HttpStatusCode.OK ? 1 : 0;
        return answer;
    }

    // As many as an hour has, a minute apart, the last of them now.
    private async Task SpendAsync(string audience, string? email = null, string agency = "harborlight")
    {
        for (var i = 0; i < 5; i++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(1));
            var answer = await world.Browser().StartAsync(email ?? _email, agency, audience);
            _codes += answer.Status == HttpStatusCode.OK && (email ?? _email) == _email ? 1 : 0;
        }

        (await world.Browser().StartAsync(email ?? _email, agency, audience)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    private async Task<string> NextCodeAsync() => await world.CodeAsync(_email, ++_codes);

    private Task<List<KnownDevice>> DevicesAsync() =>
        world.Host.InDatabaseAsync(db => db.KnownDevices.AsNoTracking().Where(one => one.Email == _email).ToListAsync());
}
