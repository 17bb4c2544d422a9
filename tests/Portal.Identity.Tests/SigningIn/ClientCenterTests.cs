using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SigningIn;

public sealed class ClientCenterTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private readonly string _email = SignInWorld.NewEmail();

    [Fact]
    public async Task Where_the_client_center_is_off_clients_are_told_whom_to_call()
    {
        var agency = await world.AgencyAsync(new AgencySettings { ClientCenter = false, ContactPhone = "(555) 010-3000" });
        await world.AccountAsync(_email, agencyId: agency.Id);

        var answer = await world.Browser().StartAsync(_email, agency.Slug);
        var shown = await world.Browser().SendAsync(HttpMethod.Get, $"/api/v1/sign-in/agencies/{agency.Slug}");

        answer.Is(HttpStatusCode.Forbidden, "client-center-off");
        Assert.Contains("(555) 010-3000", answer["detail"], StringComparison.Ordinal);
        Assert.Empty(answer.SetCookies);
        Assert.False(shown.Json.GetProperty("clientCenter").GetBoolean());
        Assert.Equal("(555) 010-3000", shown.Json.GetProperty("contact").GetProperty("phone").GetString());
        Assert.Equal("""["email"]""", shown["signInMethods"]);
    }

    [Fact]
    public async Task A_client_center_that_is_turned_off_meanwhile_lets_nobody_in()
    {
        var agency = await world.AgencyAsync(new AgencySettings { IdleMinutes = 20 });
        await world.AccountAsync(_email, agencyId: agency.Id);
        var browser = world.Browser();
        await browser.StartAsync(_email, agency.Slug);
        await world.Host.InDatabaseAsync(async db =>
        {
            (await db.Agencies.SingleAsync(one => one.Id == agency.Id)).Set(new AgencySettings { ClientCenter = false });
            return await db.SaveChangesAsync();
        });

        (await browser.CheckAsync(await world.CodeAsync(_email))).Is(HttpStatusCode.Forbidden, "client-center-off");

        Assert.Empty(await world.SessionsAsync(_email));
    }
}
