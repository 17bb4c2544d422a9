using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>What the pages tell and do not tell by headers.</summary>
public sealed class HeaderTests(Site site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sign-in/harborlight")]
    [InlineData("/styleguide")]
    [InlineData("/nothing/here")]
    public async Task No_page_allows_inline_scripts_or_styles_and_none_has_any(string path)
    {
        using var response = await GetAsync(path);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var page = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task A_style_sheet_is_kept_for_a_year_and_sent_compressed(string encoding)
    {
        using var page = await GetAsync("/sign-in/harborlight");
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var address = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        using var response = await GetAsync(address, ("Accept-Encoding", encoding));

        Assert.Matches(@"^/assets/site\.[0-9a-f]{12}\.css$", address);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(encoding == "identity" ? [] : [encoding], response.Content.Headers.ContentEncoding);
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.InRange(bytes.Length, 1000, encoding == "identity" ? 60_000 : 12_000);
    }

    [Fact]
    public async Task A_page_is_sent_compressed_and_small()
    {
        using var response = await GetAsync("/styleguide", ("Accept-Encoding", "br"));

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync(Cancellation)).Length, 500, 20_000);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\tx")]
    public async Task A_way_back_that_leads_elsewhere_is_dropped(string returnTo)
    {
        using var response = await GetAsync("/sign-in/harborlight?returnTo=" + Uri.EscapeDataString(returnTo));

        var page = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("name=\"returnTo\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_passes_on_Identitys_own_cookies_alone()
    {
        var reference = site.SignIn("one@acme.example");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={reference}");
        using var response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(FakeIdentity.SessionCookie + "=; Max-Age=0", cookie, StringComparison.Ordinal);
        Assert.False(site.Identity.Sessions.ContainsKey(reference));
    }

    [Fact]
    public async Task Identity_learns_the_browsers_address_and_name_and_no_other_cookie()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in/harborlight/step");
        request.Headers.Add(
            "Cookie",
            "other=1; __Host-portal-device=def; __Host-portal-sign-in=abc; __Host-portal-toast=1; "
            + $"{FakeIdentity.SessionCookie}=xyz");
        request.Headers.Add("User-Agent", "Browser/1.0");
        using var response = await site.Client.SendAsync(request, Cancellation);

        var asked = site.Identity.Requests.First(
            one => one.Path == "/api/v1/sign-in" && one.Headers["User-Agent"] == "Browser/1.0").Headers;
        Assert.Equal("__Host-portal-sign-in=abc; __Host-portal-device=def", asked["Cookie"]);
        Assert.Equal("203.0.113.7", asked["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Whoever_asks_for_no_page_gets_problem_details()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing/here");
        request.Headers.Add("Accept", "application/json");

        using var response = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await site.Client.SendAsync(request, Cancellation);
    }
}
