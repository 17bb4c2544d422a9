using System.Net;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

public sealed partial class KnownDeviceTests
{
    [Fact]
    public async Task Each_sign_in_gives_a_new_reference_and_the_old_is_worth_nothing()
    {
        var browser = await SignedInAsync(Client);
        var thief = browser.Copy();
        fixture.Clock.Move(TimeSpan.FromMinutes(2));
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
        var other = SignInFixture.NewEmail();
        await fixture.AccountAsync(other);
        await browser.StartAsync(other);
        (await browser.CheckAsync(await fixture.CodeAsync(other))).At("done");
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
            fixture.Clock.Move(TimeSpan.FromMinutes(13));
            var next = fixture.Browser();
            await next.StartAsync(_email);
            (await next.CheckAsync(await NextCodeAsync())).At("done");
            browsers.Add(next);
        }

        fixture.Clock.Move(TimeSpan.FromHours(1));
        await SpendAsync(Client);

        Assert.Equal(10, (await DevicesAsync()).Count);
        (await browsers[0].StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await browsers[1].StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task A_browser_that_was_not_used_for_half_a_year_is_a_strangers_again()
    {
        var browser = await SignedInAsync(Client);
        fixture.Clock.Move(KnownDevice.Lifetime - TimeSpan.FromHours(2));
        await SpendAsync(Client);
        (await browser.StartAsync(_email)).At("code");
        fixture.Clock.Move(TimeSpan.FromHours(2));
        await SpendAsync(Client);

        (await AnewAsync(browser)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_outlives_the_session()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);

        var done = (await browser.CheckAsync(await NextCodeAsync())).At("done");

        var cookie = Assert.Single(done.SetCookies, one => one.StartsWith(Device, StringComparison.Ordinal));
        Assert.Matches(
            "^__Host-portal-device=[A-Za-z0-9_-]{43}; max-age=15552000; path=/; secure; samesite=lax; httponly$",
            cookie);
    }
}
