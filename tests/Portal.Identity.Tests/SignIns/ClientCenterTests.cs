using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.SignIns.GetSignInPage;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

public sealed class ClientCenterTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task Where_the_client_center_is_off_clients_are_told_whom_to_call()
    {
        var agency = await fixture.AgencyAsync(
            new AgencySettings { ClientCenter = false, ContactPhone = "(555) 010-3000" });
        await fixture.AccountAsync(_email, agencyId: agency.Id);

        var answer = await fixture.Browser().StartAsync(_email, agency.Slug);
        var page = await fixture.Browser().SendAsync(HttpMethod.Get, $"/api/v1/sign-in/agencies/{agency.Slug}");

        answer.Is(HttpStatusCode.Forbidden, "client-center-off");
        Assert.Contains("(555) 010-3000", answer.Problem?.Detail, StringComparison.Ordinal);
        Assert.Empty(answer.SetCookies);
        var shown = page.As<SignInPageResponse>();
        Assert.False(shown.ClientCenter);
        Assert.Equal("(555) 010-3000", shown.Contact.Phone);
        Assert.Equal(["email"], shown.SignInMethods);
    }

    [Fact]
    public async Task A_client_center_that_is_turned_off_meanwhile_lets_nobody_in()
    {
        var agency = await fixture.AgencyAsync(new AgencySettings { IdleMinutes = 20 });
        await fixture.AccountAsync(_email, agencyId: agency.Id);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, agency.Slug);
        await fixture.Host.InDatabaseAsync(async db =>
        {
            (await db.Agencies.SingleAsync(one => one.Id == agency.Id))
                .Set(new AgencySettings { ClientCenter = false });
            return await db.SaveChangesAsync();
        });

        (await browser.CheckAsync(await fixture.CodeAsync(_email))).Is(HttpStatusCode.Forbidden, "client-center-off");

        Assert.Empty(await fixture.SessionsAsync(_email));
    }
}
