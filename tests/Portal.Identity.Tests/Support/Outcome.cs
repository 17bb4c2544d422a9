using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Keys;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Support;

/// <summary>What tests read out of answers.</summary>
internal static class Outcome
{
    /// <summary>Asserts status and problem code.</summary>
    public static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            await response.ProblemAsync(status, code);
        }
    }

    /// <summary>Asserts that an exchange was refused, as RFC 8693 has it, without telling why.</summary>
    public static async Task NotInForceAsync(HttpResponseMessage response)
    {
        using (response)
        {
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(
                """{"error":"invalid_request","error_description":"subject_token or actor_token is not in force."}""",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Asserts success, whatever the body.</summary>
    public static async Task DoneAsync(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (response)
        {
            await response.TextAsync(status);
        }
    }

    /// <summary>Asserts success, and answers the body as what the service wrote it from.</summary>
    public static async Task<T> DoneAsync<T>(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (response)
        {
            return await response.ReadAsync<T>(status);
        }
    }

    /// <summary>The token in an answer of the token endpoint.</summary>
    public static async Task<string> TokenAsync(HttpResponseMessage response) =>
        (await DoneAsync<TokenAnswer>(response)).AccessToken;

    /// <summary>The head of a token, unchecked.</summary>
    public static TokenHeader HeaderOf(string token) => PartOf(token, 0).As<TokenHeader>();

    /// <summary>The claims of a token, unchecked.</summary>
    public static AccessTokenClaims ClaimsOf(string token) => PayloadOf(token).As<AccessTokenClaims>();

    /// <summary>The same as JSON, for whoever looks at which claims there are.</summary>
    public static JsonElement PayloadOf(string token) => PartOf(token, 1);

    private static JsonElement PartOf(string token, int number) =>
        JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[number]));
}
