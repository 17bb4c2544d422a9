using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portal.ServiceDefaults.Paging;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Support;

/// <summary>What a request was answered.</summary>
/// <param name="Text">The body as it came.</param>
/// <param name="Problem">The body of a problem; null where there is none.</param>
internal sealed record Answer(HttpStatusCode Status, string Text, Problem? Problem, string? Etag, Uri? Location)
{
    /// <summary>The problem's code; null where there is no problem.</summary>
    public string? Code => Problem?.Code;

    /// <summary>The body as what the service wrote it from; fails where the request was refused.</summary>
    public T As<T>()
    {
        Assert.True(Problem is null, Text);
        return JsonAnswers.Read<T>(Text);
    }

    /// <summary>What is on the page that was answered.</summary>
    public IReadOnlyList<T> Items<T>() => As<Page<T>>().Items;
}

/// <summary>Requests with a body.</summary>
internal static class Requests
{
    public static async Task<Answer> AnswerAsync(
        this IdentityHost host, HttpMethod method, string path, string? token, object? body =
            null, string? ifMatch = null)
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
        var isProblem = response.Content.Headers.ContentType?.MediaType == Problem.MediaType;
        return new Answer(
            response.StatusCode,
            text,
            isProblem ? JsonAnswers.Read<Problem>(text) : null,
            response.Headers.ETag?.Tag,
            response.Headers.Location);
    }

    public static Task<Answer> GetAnswerAsync(this IdentityHost host, string path, string? token) =>
        host.AnswerAsync(HttpMethod.Get, path, token);
}
