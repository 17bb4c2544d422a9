using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.SignIns;

public sealed class SignOutEverywhereTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task Who_signs_out_everywhere_leaves_no_known_browser_behind()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("done");
        Assert.Equal(1, await KnownAsync());
        browser.Token = await fixture.TokenAsync((await fixture.SessionsAsync(_email))[0], Scopes.SessionsWrite);

        var answer = await browser.SendAsync(HttpMethod.Delete, "/api/v1/sessions");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal(0, await KnownAsync());
    }

    private Task<int> KnownAsync() =>
        fixture.Host.InDatabaseAsync(db => db.KnownDevices.CountAsync(one => one.Email == _email));
}
