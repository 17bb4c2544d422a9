using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Requests;

/// <summary>What no service can read or keep is the caller's failure, wherever it stands.</summary>
public sealed class RequestEncodingTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;
    private SampleService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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

    [Theory]
    [InlineData("/texts?q=%00")]
    [InlineData("/texts?a=b&q=a%00b")]
    [InlineData("/texts?%00")]
    [InlineData("/nowhere?q=%00")]
    public async Task NUL_in_the_query_is_refused(string path)
    {
        using var response = await PostAsync(path, """{"name":"n"}""", "application/json");

        await Problems.AssertAsync(response, HttpStatusCode.BadRequest, "nul-in-address");
    }

    [Theory]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"a\\u0000b\"")]
    public async Task Text_in_JSON_that_can_t_be_kept_is_refused(string text)
    {
        using var response = await PostAsync("/texts", $$"""{"name":{{text}}}""", "application/json");

        await Problems.AssertAsync(response, HttpStatusCode.UnprocessableEntity, "body-invalid");
    }

    [Fact]
    public async Task Lists_of_texts_are_looked_through_too()
    {
        using var response = await PostAsync("/texts", """{"name":"n","more":[null,"a","a\u0000"]}""", "application/json");

        await Problems.AssertAsync(response, HttpStatusCode.UnprocessableEntity, "body-invalid");
    }

    [Fact]
    public async Task The_description_of_the_API_still_tells_texts_as_texts_and_nothing_of_what_services_ask_each_other()
    {
        var described = JsonNode.Parse(
            await _service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Stop))!;

        Assert.Equal(
            "string",
            described["components"]!["schemas"]!["Texts"]!["properties"]!["name"]!["type"]!.GetValue<string>());
        Assert.DoesNotContain(
            described["paths"]!.AsObject(), path => path.Key.Contains("internal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"nope\"")]
    public async Task A_body_in_an_unknown_character_set_is_refused(string type)
    {
        using var response = await PostAsync("/texts", """{"name":"n"}""", type);

        await Problems.AssertAsync(response, HttpStatusCode.UnsupportedMediaType, "charset-unsupported");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    public async Task Any_other_text_arrives_as_it_was_sent(string type)
    {
        using var response = await PostAsync("/texts?q=%2500", """{"name":"Müller \\u0000 \u0001 مرحبا"}""", type);

        Assert.Equal("Müller \\u0000 \u0001 مرحبا", await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body, string type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await _service.Client.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
    }
}
