using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.SignIns;

/// <summary>A browser that has signed in before has codes of its own, which nobody else uses up.</summary>
public sealed partial class KnownDeviceTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private const string Device = Browser.DeviceCookie;
    private const string Client = "client";
    private const string Staff = "staff";

    private readonly string _email = SignInFixture.NewEmail();
    private int _codes;

    [Theory]
    [InlineData(Client)]
    [InlineData(Staff)]
    public async Task Strangers_who_spend_the_codes_of_an_hour_keep_nobody_out_who_signed_in_there_before(
        string audience)
    {
        var browser = await SignedInAsync(audience);
        await SpendAsync(audience);

        (await browser.StartAsync(_email, audience: audience)).At("code");

        (await browser.CheckAsync(await NextCodeAsync())).At(audience == Client ? "done" : "second_factor");
        (await fixture.Browser().StartAsync(_email, audience: audience))
            .Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task A_stranger_who_asked_a_second_ago_is_not_waited_for()
    {
        var browser = await SignedInAsync(Client);
        (await fixture.Browser().StartAsync(_email)).At("code");

        (await browser.StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task What_strangers_type_wrongly_costs_the_known_browser_no_try()
    {
        var browser = await SignedInAsync(Client);
        var stranger = fixture.Browser();
        await stranger.StartAsync(_email);
        var theirs = await NextCodeAsync();
        (await browser.StartAsync(_email)).At("code");
        for (var i = 0; i < 5; i++)
        {
            (await stranger.CheckAsync(SignInFixture.Other(theirs)))
                .Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
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
            fixture.Clock.Move(TimeSpan.FromMinutes(1));
        }

        (await AnewAsync(browser)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await fixture.Browser().StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task Others_at_the_same_place_use_up_nothing_of_a_known_browser()
    {
        const string Office = "198.51.100.77";
        var browser = await SignedInAsync(Client, from: Office);
        for (var i = 0; i < 20; i++)
        {
            var colleague = SignInFixture.NewEmail();
            await fixture.AccountAsync(colleague);
            await fixture.Browser(Office).StartAsync(colleague);
        }

        for (var i = 0; i < 10; i++)
        {
            (await fixture.Browser(Office).StartAsync(SignInFixture.NewEmail()))
                .Is(HttpStatusCode.NotFound, "address-not-found");
        }

        (await fixture.Browser(Office).StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-addresses");
        (await browser.StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task A_cookie_of_another_person_agency_or_audience_gives_nothing()
    {
        var browser = await SignedInAsync(Client);
        var other = SignInFixture.NewEmail();
        await fixture.AccountAsync(other);
        await fixture.StaffAsync(_email);
        var agency = await fixture.AgencyAsync(new());
        await fixture.AccountAsync(_email, agencyId: agency.Id);
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
            var stranger = fixture.Browser();
            stranger.Cookies[Device] = i % 2 == 0 ? SessionReference.New().Value : new string('x', 4000);
            (await stranger.StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        }
    }

    [Fact]
    public async Task Whoever_leaves_the_agency_leaves_no_known_browser_behind()
    {
        var browser = await SignedInAsync(Staff);
        var (admin, session) = await AdminAsync();
        var member = await fixture.Host.InDatabaseAsync(db => db.Staff.SingleAsync(one => one.Email == _email));
        var path = $"/api/v1/agency/staff/{member.Id}";
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Patch, path, new { active = false })).Status);
        await SpendAsync(Staff);

        (await browser.StartAsync(_email, audience: Staff)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");

        admin.Token = await fixture.TokenAsync(session, Scopes.AgencyWrite);
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Patch, path, new { active = true })).Status);
        (await browser.StartAsync(_email, audience: Staff)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task A_contact_whose_access_ended_has_no_known_browser_any_more()
    {
        var browser = await SignedInAsync(Client);
        await SpendAsync(Client);
        await fixture.Host.InDatabaseAsync(
            db => db.Accounts.Where(one => one.PrimaryEmail == _email).ExecuteDeleteAsync());

        (await browser.StartAsync(_email)).Is(HttpStatusCode.NotFound, "address-not-found");
    }

    private async Task<Browser> SignedInAsync(string audience, string? from = null)
    {
        var browser = fixture.Browser(from);
        if (audience == Client)
        {
            await fixture.AccountAsync(_email);
            await browser.StartAsync(_email);
            (await browser.CheckAsync(await NextCodeAsync())).At("done");
        }
        else
        {
            await fixture.StaffAsync(_email);
            await browser.StartAsync(_email, audience: Staff);
            await ResolveAsync(browser, _email, await NextCodeAsync());
        }

        fixture.Clock.Move(TimeSpan.FromHours(1));
        return browser;
    }

    private async Task<(Browser Admin, Session Session)> AdminAsync()
    {
        var (admin, email) = (fixture.Browser(), SignInFixture.NewEmail());
        await fixture.StaffAsync(email, StaffRole.Admin);
        await admin.StartAsync(email, audience: Staff);
        await ResolveAsync(admin, email, await fixture.CodeAsync(email));
        var session = (await fixture.SessionsAsync(email))[0];
        admin.Token = await fixture.TokenAsync(session, Scopes.AgencyWrite);
        return (admin, session);
    }

    private async Task ResolveAsync(Browser browser, string email, string code)
    {
        (await browser.CheckAsync(code)).At("enroll_second_factor");
        var secret = Base32Text.Decode((await browser.EnrollAsync()).Secret);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow())))).At("done");
        Assert.Single(await fixture.SessionsAsync(email));
    }

    // A sign-in that is under way would go on with the code that it has.
    private async Task<BrowserResponse> AnewAsync(Browser browser)
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
            fixture.Clock.Move(TimeSpan.FromMinutes(1));
            var answer = await fixture.Browser().StartAsync(email ?? _email, agency, audience);
            _codes += answer.Status == HttpStatusCode.OK && (email ?? _email) == _email ? 1 : 0;
        }

        (await fixture.Browser().StartAsync(email ?? _email, agency, audience))
            .Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    private async Task<string> NextCodeAsync() => await fixture.CodeAsync(_email, ++_codes);

    private Task<List<KnownDevice>> DevicesAsync() =>
        fixture.Host.InDatabaseAsync(
            db => db.KnownDevices.AsNoTracking().Where(one => one.Email == _email).ToListAsync());
}
