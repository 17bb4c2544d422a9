using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

/// <summary>What is mailed to people says in which time zone they read times.</summary>
public sealed class TimeZoneTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Theory]
    [InlineData(null, "America/New_York")]
    [InlineData("America/Denver", "America/Denver")]
    public async Task A_code_carries_the_zone_that_the_agency_set_or_that_of_its_address(string? set, string carried)
    {
        var agency = await fixture.AgencyAsync(new AgencySettings { TimeZone = set });
        await fixture.AccountAsync(_email, agencyId: agency.Id);

        (await fixture.Browser().StartAsync(_email, agency.Slug)).At("code");

        await fixture.CodeAsync(_email);
        Assert.Equal(carried, Assert.Single(fixture.SentTo(_email)).TimeZone);
    }

    [Fact]
    public async Task A_notice_carries_it_too()
    {
        await fixture.StaffAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        await browser.CheckAsync(await fixture.CodeAsync(_email));
        var secret = Base32Text.Decode((await browser.EnrollAsync()).Secret);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow())))).At("done");

        var notice = await fixture.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.Email == _email, TestContext.Current.CancellationToken);
        var agency = await fixture.Host.InDatabaseAsync(
            db => db.Agencies.SingleAsync(one => one.Id == IdentityHost.DemoAgency));
        Assert.Equal(agency.TimeZone, notice.TimeZone);
    }

    [Fact]
    public async Task Whoever_signs_in_at_two_agencies_at_once_is_looked_up_at_the_one_that_was_named()
    {
        var agency = await fixture.AgencyAsync(new());
        await fixture.StaffAsync(_email);
        var elsewhere = SignInFixture.NewEmail();
        await fixture.AccountAsync(elsewhere, agencyId: agency.Id);
        var browser = fixture.Browser();
        (await browser.StartAsync(elsewhere, agency.Slug)).At("code");

        (await browser.StartAsync(_email, audience: "staff")).At("code");

        (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("enroll_second_factor");
    }
}
