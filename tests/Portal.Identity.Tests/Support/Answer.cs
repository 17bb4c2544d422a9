using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Identity.Tests.Support;

/// <summary>What a request was answered.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Etag, Uri? Location)
{
    /// <summary>The problem's code; null where there is no problem.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Text(string name) => Body.GetProperty(name).GetString();
}

/// <summary>Requests with a body.</summary>
internal static class Requests
{
    public static async Task<Answer> AnswerAsync(
        this IdentityHost host, HttpMethod method, string path, string? token, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode,
            text.Length == 0 ? default : JsonElement.Parse(text),
            response.Headers.ETag?.Tag,
            response.Headers.Location);
    }

    public static Task<Answer> GetAnswerAsync(this IdentityHost host, string path, string? token) =>
        host.AnswerAsync(HttpMethod.Get, path, token);
}
