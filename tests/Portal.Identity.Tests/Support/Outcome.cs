using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.Identity.Tests.Support;

/// <summary>What tests read out of answers.</summary>
internal static class Outcome
{
    /// <summary>Asserts status and problem code.</summary>
    public static async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(code, (await BodyAsync(response)).GetProperty("code").GetString());
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

    /// <summary>Asserts success.</summary>
    public static async Task<JsonElement> DoneAsync(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            return status == HttpStatusCode.NoContent ? default : await BodyAsync(response);
        }
    }

    /// <summary>The token in an answer of the token endpoint.</summary>
    public static async Task<string> TokenAsync(HttpResponseMessage response) =>
        (await DoneAsync(response)).GetProperty("access_token").GetString()!;

    /// <summary>The claims of a token, unchecked.</summary>
    public static JsonElement ClaimsOf(string token) => JsonElement.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));

    private static Task<JsonElement> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
