using System.Net;
using System.Text.Json;
using Portal.Identity.Features.Tokens;
using Portal.ServiceDefaults.Paging;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Support;

/// <summary>Reads answers, having made sure of their kind.</summary>
internal static class Answers
{
    /// <summary>Makes sure of the status, and answers the body as what the service wrote it from.</summary>
    public static async Task<T> ReadAsync<T>(
        this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK) =>
        JsonAnswers.Read<T>(await response.TextAsync(status));

    /// <summary>Makes sure of success, and answers what is on the page.</summary>
    public static async Task<IReadOnlyList<T>> ItemsAsync<T>(this HttpResponseMessage response) =>
        (await response.ReadAsync<Page<T>>()).Items;

    /// <summary>Makes sure of the status, and answers the body as it is.</summary>
    public static async Task<string> TextAsync(
        this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {body}");
        return body;
    }

    /// <summary>Makes sure of the status, and answers the body as JSON, for whoever looks at its very shape.</summary>
    public static async Task<JsonElement> JsonAsync(
        this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK) =>
        JsonElement.Parse(await response.TextAsync(status));

    /// <summary>What the introspection of a token told.</summary>
    public static async Task<Introspection> IntrospectionAsync(this HttpResponseMessage response) =>
        Introspection.Of(await response.JsonAsync());

    /// <summary>Makes sure of problem details with this code.</summary>
    public static async Task<Problem> ProblemAsync(
        this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.ReadAsync<Problem>(status);
        Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.Code);
        return problem;
    }

    /// <summary>Makes sure of an error as RFC 6749, section 5.2, writes it, and answers its description.</summary>
    public static async Task<string> OAuthErrorAsync(this HttpResponseMessage response, string error)
    {
        var expected = error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest;
        var body = await response.JsonAsync(expected);
        Assert.Equal(["error", "error_description"], body.EnumerateObject().Select(member => member.Name));
        var told = body.As<OAuthError>();
        Assert.Equal(error, told.Error);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Matches("^[ !#-\\[\\]-~]+$", told.Description);
        return told.Description;
    }
}
