using System.Net;
using System.Text.Json;
using Portal.Identity.Features.SignIns;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Support;

/// <summary>A response, read to its end.</summary>
internal sealed record BrowserResponse(
    HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> SetCookies, string Text)
{
    /// <summary>The body as JSON, for what the browser's own API makes and takes.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <summary>Where the sign-in stands.</summary>
    public SignInStateResponse State => As<SignInStateResponse>();

    /// <summary>The problem; null where there is none.</summary>
    public Problem? Problem =>
        Headers.GetValueOrDefault("Content-Type") == Problem.MediaType ? JsonAnswers.Read<Problem>(Text) : null;

    public string? Code => Problem?.Code;

    /// <summary>The step's word, where the body has one.</summary>
    public string? Step => Json.TryGetProperty("step", out var step) ? step.GetString() : null;

    /// <summary>The body as what the service wrote it from.</summary>
    public T As<T>() => JsonAnswers.Read<T>(Text);

    public static async Task<BrowserResponse> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Set-Cookie")
            .ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Is(HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (Status, Code));
        Assert.Equal("no-store", Headers["Cache-Control"]);
    }

    /// <summary>The step that was reached.</summary>
    public BrowserResponse At(string step)
    {
        Assert.True(Status == HttpStatusCode.OK, Text);
        Assert.Equal(step, Step);
        Assert.Equal("no-store", Headers["Cache-Control"]);
        return this;
    }
}
