using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Policies.Tests.Support;
using Portal.Testing;

namespace Portal.Policies.Tests.Features;

/// <summary>
/// A form that is broken or breaks off is the sender's failure: it is told so, and no stack fills the log.
/// </summary>
public sealed class BrokenUploadTests(Servers servers) : IAsyncLifetime
{
    private const string Form = "multipart/form-data; boundary=b";
    private const string Part = "--b\r\nContent-Disposition: form-data; name=clients; filename=clients.csv\r\n";

    private PolicyService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await PolicyService.StartAsync(servers, Stop);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(Form, Part + "\r\nclient_ref")]
    [InlineData(Form, Part + "\r\nclient_ref\r\n--b")]
    [InlineData(Form, Part + "\r\nclient_ref\r\n--b\r\n")]
    [InlineData(Form, Part)]
    [InlineData(Form, "client_ref,legal_name\r\nC1,Name\r\n")]
    [InlineData(Form, "")]
    [InlineData(Form, "--b\r\nno header at all\r\n\r\nx\r\n--b--\r\n")]
    [InlineData(Form, "--b\r\nContent-Disposition: form-data; filename=\"\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data", Part + "\r\nx\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=", Part + "\r\nx\r\n--b--\r\n")]
    public async Task A_form_that_is_broken_or_cut_off_is_refused_by_name(string type, string body)
    {
        using var response = await SendAsync(type, body);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "upload-invalid", null, Stop);
    }

    [Fact]
    public async Task A_part_with_too_many_or_too_long_headers_is_refused_by_name()
    {
        var many = string.Concat(Enumerable.Range(0, 100).Select(number => $"X-{number}: x\r\n"));
        using var tooMany = await SendAsync(Form, $"{Part}{many}\r\nx\r\n--b--\r\n");
        using var tooLong = await SendAsync(Form, $"{Part}X: {new string('x', 100_000)}\r\n\r\nx\r\n--b--\r\n");
        using var longBoundary = await SendAsync($"multipart/form-data; boundary={new string('b', 200)}", "x");

        await tooMany.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "upload-invalid", null, Stop);
        await tooLong.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "upload-invalid", null, Stop);
        await longBoundary.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "upload-invalid", null, Stop);
    }

    [Fact]
    public async Task What_the_sender_did_leaves_no_stack_in_the_log()
    {
        var log = new FailureLog();
        _service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        using var cutOff = await SendAsync(Form, Part + "\r\nclient_ref");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, cutOff.StatusCode);
        Assert.Empty(log.Failures);
    }

    private async Task<HttpResponseMessage> SendAsync(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await _service.PartnerOf(Guid.CreateVersion7())
            .PostAsync(new Uri("/api/v1/imports", UriKind.Relative), content, Stop);
    }
}
