using System.Net;
using System.Text.Json;

namespace Portal.Identity.Tests.Support;

/// <summary>Reads answers, having made sure of their kind.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {body}");
        return JsonElement.Parse(body);
    }

    /// <summary>Makes sure of problem details with this code.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await response.JsonAsync(status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    /// <summary>Makes sure of an error as RFC 6749, section 5.2, writes it, and answers its description.</summary>
    public static async Task<string> OAuthErrorAsync(this HttpResponseMessage response, string error)
    {
        var expected = error == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest;
        var body = await response.JsonAsync(expected);
        Assert.Equal(["error", "error_description"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(error, body.GetProperty("error").GetString());
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Matches("^[ !#-\\[\\]-~]+$", body.GetProperty("error_description").GetString());
        return body.GetProperty("error_description").GetString()!;
    }
}
