using System.Net;
using System.Text;
using Portal.Testing.Answers;
using Portal.Testing.Tokens;

namespace Portal.ServiceDefaults.Tests.Requests;

/// <summary>A request that can't be bound names its field and what it takes.</summary>
public sealed class BindingFailureTests : IAsyncLifetime
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
    [InlineData("?client=somebody&size=1", "client-invalid", "client", "an id (UUID)")]
    [InlineData("?size=many", "size-invalid", "size", "a whole number")]
    [InlineData("?size=1&tone=LOUD", "tone-invalid", "tone", "one of quiet, very_loud")]
    [InlineData("?size=1&tone=7", "tone-invalid", "tone", "one of quiet, very_loud")]
    [InlineData("?size=1&tone=VeryLoud", "tone-invalid", "tone", "one of quiet, very_loud")]
    [InlineData("", "size-required", "size", "required")]
    public async Task A_parameter_is_named_with_what_it_takes(string query, string code, string field, string expected)
    {
        using var response = await _service.Client.GetAsync(new Uri("/sounds" + query, UriKind.Relative), Stop);

        await AssertNamedAsync(response, code, field, expected);
    }

    [Theory]
    [InlineData("""{"name":"n","nmae":"x"}""", "field-unexpected", "nmae", "the fields are")]
    [InlineData("""{"name":"n","inner":{"hue":1}}""", "field-unexpected", "inner.hue", "the fields are day, tone")]
    [InlineData("""{"name":"n","list":[{},{"d'a.y":1}]}""", "field-unexpected", "list[1].d'a.y", "the fields are day, tone")]
    [InlineData("""{"name":"n","list":[{},{"day":"1/2/2027"}]}""", "day-invalid", "list[1].day", "a day such as 2027-01-31")]
    [InlineData("""{"name":"n","inner":{"tone":"LOUD"}}""", "tone-invalid", "inner.tone", "one of quiet, very_loud")]
    [InlineData("""{"name":"n","amounts":{"first":"7"}}""", "amounts-invalid", "amounts.first", "a number")]
    [InlineData("""{"name":7}""", "name-invalid", "name", "a text")]
    [InlineData("""{"name":"n","list":7}""", "list-invalid", "list", "a list")]
    public async Task A_field_of_a_body_is_named_with_what_it_takes(
        string body, string code, string field, string expected)
    {
        using var response = await PostAsync(body);

        await AssertNamedAsync(response, code, field, expected);
    }

    [Theory]
    [InlineData("", "body-required")]
    [InlineData("null", "body-required")]
    [InlineData("""{"name":"n",""", "body-invalid")]
    [InlineData("""{"name":"n","inner":{"day":"2027-""", "body-invalid")]
    [InlineData("{,}", "body-invalid")]
    [InlineData("[]", "body-invalid")]
    public async Task A_body_that_is_none_is_told_as_a_whole(string body, string code)
    {
        using var response = await PostAsync(body);

        await Problems.AssertAsync(response, HttpStatusCode.UnprocessableEntity, code);
    }

    [Theory]
    [InlineData("""{"name":"n","*":1}""", "field-unexpected")]
    [InlineData("""{"name":"n","amounts":{"*":"7"}}""", "amounts-invalid")]
    public async Task A_name_that_a_caller_made_up_is_repeated_in_part_only(string body, string code)
    {
        using var response = await PostAsync(body.Replace("*", new string('x', 900), StringComparison.Ordinal));

        var answer = await response.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(code, (await response.ReadAsync<Problem>(TestContext.Current.CancellationToken)).Code);
        Assert.InRange(answer.Length, 100, 900);
    }

    [Fact]
    public async Task What_is_right_is_bound()
    {
        using var sounds = await _service.Client.GetAsync(
            new Uri(
                "/sounds?client=01989f3e-5c00-7a11-9b3e-4a1de2c0a001&size=3&tone=very_loud", UriKind.Relative), Stop);
        using var texts = await PostAsync("""{"name":"n","inner":{"day":"2027-01-31","tone":"quiet"},"list":[{}],"amounts":{"first":7}}""");

        Assert.Equal("\"VeryLoud\"", await sounds.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.OK, texts.StatusCode);
    }

    private static async Task AssertNamedAsync(HttpResponseMessage response, string code, string field, string expected)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var answer = await response.ReadAsync<Problem>(TestContext.Current.CancellationToken);
        var error = Assert.Single(answer.Errors ?? []);
        Assert.Equal((code, code, field), (answer.Code, error.Code, error.Field));
        Assert.Contains(expected, error.Detail, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _service.Client.PostAsync(new Uri("/texts", UriKind.Relative), content, Stop);
    }
}
