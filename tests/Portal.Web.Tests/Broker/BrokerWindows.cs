using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>A broker at work in a window.</summary>
internal static class BrokerWindows
{
    public const string Broker = "sam@harborlight.example";

    public static async Task<Window> OpenAsBrokerAsync(
        this Chromium chromium, Site site, bool scripts =
            true, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await chromium.OpenAsync(site, scripts, width, scheme);
        await window.CarryAsync(site.SignIn(Broker));
        return window;
    }

    /// <summary>Asks for a page as the broker would, without a window.</summary>
    public static async Task<HttpResponseMessage> GetAsBrokerAsync(this Site site, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await site.SendAsync(request, Broker);
    }

    /// <summary>Sends a form as a person would, without a window.</summary>
    public static async Task<HttpResponseMessage> PostAsAsync(
        this Site site, string person, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await site.SendAsync(request, person);
    }

    public static string PathOf(this Site site, string client, string below = "") =>
        $"/clients/{site.Services.Clients.Of(client).Id}{below}";

    private static Task<HttpResponseMessage> SendAsync(this Site site, HttpRequestMessage request, string person)
    {
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={site.SignIn(person)}");
        return site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
