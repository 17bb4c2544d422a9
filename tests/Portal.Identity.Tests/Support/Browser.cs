using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portal.Identity.Features.SignIns.EnrollSecondFactor;

namespace Portal.Identity.Tests.Support;

/// <summary>A browser as the gateway passes it on: its cookies, its address, and the token of its session.</summary>
internal sealed class Browser(HttpClient client, string from)
{
    public const string SignInCookie = "__Host-portal-sign-in";
    public const string SessionCookie = "__Host-portal";
    public const string DeviceCookie = "__Host-portal-device";

    /// <summary>What the browser holds, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Token that the gateway would send along.</summary>
    public string? Token { get; set; }

    /// <summary>W3C trace context of the requests.</summary>
    public string? TraceParent { get; set; }

    public async Task<BrowserResponse> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.UserAgent.ParseAdd("Firefox/140");
        if (Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(one => $"{one.Key}={one.Value}")));
        }

        if (TraceParent is not null)
        {
            request.Headers.Add("traceparent", TraceParent);
        }

        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await BrowserResponse.OfAsync(response);
        Keep(answer.SetCookies);
        return answer;
    }

    public Task<BrowserResponse> StartAsync(
        string email, string agency = "harborlight", string audience = "client", string? returnTo = null) =>
        SendAsync(HttpMethod.Post, "/api/v1/sign-in", new { agency, audience, email, returnTo });

    public Task<BrowserResponse> SendCodeAsync(string to = "email") =>
        SendAsync(HttpMethod.Post, "/api/v1/sign-in/code", new { destination = to });

    public Task<BrowserResponse> CheckAsync(string code) =>
        SendAsync(HttpMethod.Post, "/api/v1/sign-in/code/check", new { code });

    public Task<BrowserResponse> SecondFactorAsync(string code) =>
        SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor", new { code });

    /// <summary>What the authenticator app of whoever signs in is given.</summary>
    public async Task<EnrollmentResponse> EnrollAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor/enrollment");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.As<EnrollmentResponse>();
    }

    /// <summary>Another browser with the same cookies, as a thief's or as the same one's second request.</summary>
    public Browser Copy()
    {
        var copy = new Browser(client, from) { Token = Token };
        foreach (var (name, value) in Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }

    private void Keep(IEnumerable<string> setCookies)
    {
        foreach (var cookie in setCookies)
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0 || cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            {
                Cookies.Remove(pair[0]);
            }
            else
            {
                Cookies[pair[0]] = pair[1];
            }
        }
    }
}
