using System.Globalization;
using System.Net;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

/// <summary>Who has a whole /64 of IPv6 to choose from has no more tries for it.</summary>
public sealed class SourceSiteTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task Unknown_addresses_from_all_over_a_site_count_together()
    {
        for (var i = 0; i < 10; i++)
        {
            (await From("2001:db8:64:1", i).StartAsync(SignInFixture.NewEmail()))
                .Is(HttpStatusCode.NotFound, "address-not-found");
        }

        await fixture.AccountAsync(_email);
        (await From("2001:db8:64:1", 10).StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-addresses");
        (await From("2001:db8:64:2", 10).StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task Codes_asked_for_from_all_over_a_site_count_together()
    {
        for (var i = 0; i < 20; i++)
        {
            var email = SignInFixture.NewEmail();
            await fixture.AccountAsync(email);
            (await From("2001:db8:64:3", i).StartAsync(email)).At("code");
        }

        await fixture.AccountAsync(_email);
        (await From("2001:db8:64:3", 20).StartAsync(_email)).Is(HttpStatusCode.TooManyRequests, "too-many-codes");
        (await From("2001:db8:64:4", 20).StartAsync(_email)).At("code");
    }

    [Fact]
    public async Task The_trail_and_the_session_keep_the_whole_address()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser("2001:db8:64:5::abcd");
        await browser.StartAsync(_email);
        (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("done");

        Assert.Equal("2001:db8:64:5::abcd", Assert.Single(await fixture.SessionsAsync(_email)).From);
        Assert.Equal(
            "2001:db8:64:5::abcd",
            (await fixture.TrailAsync(Portal.Identity.Domain.SignIns.Mask.Email(_email)))[^1].Fact.From);
    }

    private Browser From(string site, int host) =>
        fixture.Browser(string.Create(CultureInfo.InvariantCulture, $"{site}:{host:x}::{host + 1:x}"));
}
