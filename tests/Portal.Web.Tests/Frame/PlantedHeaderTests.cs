using System.Net;
using Portal.ServiceDefaults.Requests;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>
/// What comes with a request for a page begins no header of its own at the services behind it, and no second request.
/// </summary>
public sealed class PlantedHeaderTests(Site site) : IClassFixture<Site>
{
    private const string Header = "X-Planted";

    private static readonly string Value = Uri.EscapeDataString($"a\r\n{Header}: 1");

    [Fact]
    public async Task A_line_break_in_the_cookie_of_a_sign_in_begins_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/harborlight/step");
        request.Headers.Add("Cookie", $"{PortalCookies.SignIn}={Value}");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        AssertNothingPlanted("GET", "/api/v1/sign-in");
    }

    [Fact]
    public async Task A_line_break_in_a_field_of_a_form_begins_none()
    {
        using var content = new StringContent(
            $"etag={Value}&idleMinutes=30&absoluteHours=12", null, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/settings") { Content = content };
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn("ida@harborlight.example")}");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        AssertNothingPlanted("PUT", "/api/v1/agency/settings");
    }

    private void AssertNothingPlanted(string method, string path)
    {
        var asked = site.Identity.Requests.Where(one => one.Method == method && one.Path == path).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, one => Assert.DoesNotContain(Header, one.Headers.Keys));
    }
}
