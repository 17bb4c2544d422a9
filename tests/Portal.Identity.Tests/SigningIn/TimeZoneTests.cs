using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SigningIn;

/// <summary>What is mailed to people says in which time zone they read times.</summary>
public sealed class TimeZoneTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private readonly string _email = SignInWorld.NewEmail();

    [Theory]
    [InlineData(null, "America/New_York")]
    [InlineData("America/Denver", "America/Denver")]
    public async Task A_code_carries_the_zone_that_the_agency_set_or_that_of_its_address(string? set, string carried)
    {
        var agency = await world.AgencyAsync(new AgencySettings { TimeZone = set });
        await world.AccountAsync(_email, agencyId: agency.Id);

        (await world.Browser().StartAsync(_email, agency.Slug)).At("code");

        await world.CodeAsync(_email);
        Assert.Equal(carried, Assert.Single(world.SentTo(_email)).TimeZone);
    }

    [Fact]
    public async Task A_notice_carries_it_too()
    {
        await world.StaffAsync(_email);
        var browser = world.Browser();
        await browser.StartAsync(_email, audience: "staff");
        await browser.CheckAsync(await world.CodeAsync(_email));
        var secret = Base32Text.Decode((await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor/enrollment"))["secret"]!);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(world.Clock.GetUtcNow())))).At("done");

        var notice = await world.Bus.FirstAsync<SecurityNoticeRequested>(one => one.Email == _email, TestContext.Current.CancellationToken);
        var agency = await world.Host.InDatabaseAsync(db => db.Agencies.SingleAsync(one => one.Id == IdentityHost.DemoAgency));
        Assert.Equal(agency.TimeZone, notice.TimeZone);
    }

    [Fact]
    public async Task Whoever_signs_in_at_two_agencies_at_once_is_looked_up_at_the_one_that_was_named()
    {
        var agency = await world.AgencyAsync(new());
        await world.StaffAsync(_email);
        var elsewhere = SignInWorld.NewEmail();
        await world.AccountAsync(elsewhere, agencyId: agency.Id);
        var browser = world.Browser();
        (await browser.StartAsync(elsewhere, agency.Slug)).At("code");

        (await browser.StartAsync(_email, audience: "staff")).At("code");

        (await browser.CheckAsync(await world.CodeAsync(_email))).At("enroll_second_factor");
    }
}
