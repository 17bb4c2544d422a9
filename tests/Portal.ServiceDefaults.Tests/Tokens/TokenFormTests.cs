using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

/// <summary>
/// What Microsoft.IdentityModel takes for a good token, or for the same token, and the portal does not: each is signed
/// by the issuer's own key, and differs in form alone.
/// </summary>
public sealed class TokenFormTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private SampleService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task The_token_that_these_start_from_is_accepted()
    {
        using var response = await _service.GetAsync("/policies", Sign(Claims()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public Task A_padded_signature_is_refused() => Refused(Sign(Claims()) + "==");

    [Fact]
    public Task The_other_alphabet_of_base64_is_refused()
    {
        var token = Sign(Claims());
        while (!token[(token.LastIndexOf('.') + 1)..].AsSpan().ContainsAny('-', '_'))
        {
            token = Sign(Claims());
        }

        var signature = token[(token.LastIndexOf('.') + 1)..];
        return Refused(token[..^signature.Length] + signature.Replace('-', '+').Replace('_', '/'));
    }

    [Fact]
    public Task A_padded_payload_is_refused()
    {
        var claims = Claims().ToJsonString();
        while (Encoding.UTF8.GetByteCount(claims) % 3 != 1)
        {
            claims += " ";
        }

        return Refused(
            Key.SignAsWritten(
                TestKey.Encode(Key.Header().ToJsonString()), Convert.ToBase64String(Encoding.UTF8.GetBytes(claims))));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("{}")]
    [InlineData("\0")]
    public Task More_after_the_claims_is_refused(string more) => Refused(Sign(Claims().ToJsonString() + more));

    [Theory]
    [InlineData("exp", "\"9999999999\"")]
    [InlineData("exp", "9999999999.5")]
    [InlineData("nbf", "\"1\"")]
    [InlineData("nbf", "1.5")]
    public Task A_time_that_is_no_whole_number_is_refused(string claim, string value)
    {
        var claims = Claims();
        claims[claim] = JsonNode.Parse(value);
        return Refused(Sign(claims));
    }

    [Theory]
    [InlineData("sub", "7")]
    [InlineData("sub", "[\"test-client\"]")]
    [InlineData("client_id", "7")]
    [InlineData("client_id", "null")]
    public Task A_name_that_is_no_text_is_refused(string claim, string value)
    {
        var claims = Claims();
        claims[claim] = JsonNode.Parse(value);
        return Refused(Sign(claims));
    }

    [Fact]
    public Task Claims_nested_without_end_are_refused()
    {
        var claims = Claims();
        claims["deep"] = JsonNode.Parse(new string('[', 20) + new string(']', 20));
        return Refused(Sign(claims));
    }

    [Theory]
    [InlineData("AT+JWT")]
    [InlineData("application/at+jwt")]
    public async Task The_type_may_be_written_in_full_and_in_capitals(string type)
    {
        var header = Key.Header();
        header["typ"] = type;
        using var response = await _service.GetAsync(
            "/policies", Key.Sign(header.ToJsonString(), Claims().ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_claim_that_is_a_list_is_one_claim()
    {
        var claims = Claims();
        claims["scope"] = new JsonArray(Scopes.PoliciesRead, Scopes.PoliciesWrite);
        using var response = await _service.GetAsync("/policies", Sign(claims));

        await Problems.AssertAsync(response, HttpStatusCode.Forbidden, "scope-insufficient");
    }

    [Theory]
    [InlineData("Basic YTpi", "Bearer")]
    [InlineData("Bearer", "Basic YTpi")]
    public async Task Authorization_headers_of_two_schemes_are_refused(string first, string second)
    {
        // The client of the framework would write them into one line.
        using var client = new TcpClient();
        await client.ConnectAsync(
            IPAddress.Loopback, _service.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
        string Line(string header) =>
            $"Authorization: {(header == "Bearer" ? "Bearer " + Sign(Claims()) : header)}\r\n";
        var request =
            $"GET /policies HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{Line(first)}{Line(second)}\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"token-invalid\"", answer, StringComparison.Ordinal);
    }

    private TestKey Key => _issuer.Keys[0];

    private static JsonObject Claims() => TestIssuer.Claims(Scopes.PoliciesRead);

    private string Sign(JsonObject claims) => Sign(claims.ToJsonString());

    private string Sign(string claims) => Key.Sign(Key.Header().ToJsonString(), claims);

    private async Task Refused(string token)
    {
        using var response = await _service.GetAsync("/policies", token);

        await Problems.AssertAsync(response, HttpStatusCode.Unauthorized, "token-invalid");
    }
}
