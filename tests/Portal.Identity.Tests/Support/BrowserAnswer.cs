using System.Net;
using System.Text.Json;

namespace Portal.Identity.Tests.Support;

/// <summary>A response, read to its end.</summary>
internal sealed record BrowserAnswer(
    HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> SetCookies, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);

    public string? Code => this["code"];

    public string? Step => this["step"];

    /// <summary>A member of the body as text.</summary>
    public string? this[string member] => Json.TryGetProperty(member, out var value) ? value.ToString() : null;

    public static async Task<BrowserAnswer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Set-Cookie")
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Is(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, Code));
        Assert.Equal("no-store", Headers["Cache-Control"]);
    }

    /// <summary>The step that was reached.</summary>
    public BrowserAnswer At(string step)
    {
        Assert.True(Status == HttpStatusCode.OK, Text);
        Assert.Equal(step, Step);
        Assert.Equal("no-store", Headers["Cache-Control"]);
        return this;
    }
}
