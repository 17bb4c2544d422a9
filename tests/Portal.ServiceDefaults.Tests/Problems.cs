using System.Net;
using Portal.Testing.Answers;

namespace Portal.ServiceDefaults.Tests;

/// <summary>What a refused request is answered.</summary>
internal static class Problems
{
    /// <summary>Asserts status and code, and that the problem can be found in the logs.</summary>
    public static async Task<Problem> AssertAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(Problem.MediaType, response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadAsync<Problem>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem.Code);
        Assert.Equal((int)status, problem.Status);
        Assert.False(string.IsNullOrEmpty(problem.TraceId));
        return problem;
    }
}
