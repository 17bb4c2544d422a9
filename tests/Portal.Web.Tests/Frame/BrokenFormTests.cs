using System.Net;
using System.Text;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>
/// A form that can't be read is the sender's failure, on every page and before anybody is asked to sign in.
/// </summary>
public sealed class BrokenFormTests(Site site)
{
    private const string CutOff =
        "--b\r\nContent-Disposition: form-data; name=clients; filename=clients.csv\r\n\r\nclient_ref";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("/accounts", Form, "note=%00", HttpStatusCode.BadRequest)]
    [InlineData("/accounts", "multipart/form-data; boundary=b", "--b\r\nbroken", HttpStatusCode.BadRequest)]
    [InlineData("/accounts", "multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("/accounts", "multipart/form-data; boundary=b", "no boundary in it", HttpStatusCode.BadRequest)]
    [InlineData("/accounts", "multipart/form-data; boundary=b", CutOff, HttpStatusCode.BadRequest)]
    [InlineData("/sign-in/harborlight", Form, "email=%00", HttpStatusCode.BadRequest)]
    [InlineData("/sign-in/harborlight", Form + "; charset=utf-7", "email=a", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/sign-in/harborlight", "text/plain", "email=a", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_form_that_can_t_be_read_is_refused(string path, string type, string body, HttpStatusCode status)
    {
        Assert.Equal(status, await PostAsync(path, type, body, reference: null));
    }

    [Theory]
    [InlineData(Form, "note=%00", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nbroken", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", "no boundary in it", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=b", CutOff, HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    public async Task Pages_that_read_the_form_themselves_refuse_it_too(string type, string body, HttpStatusCode status)
    {
        var reference = site.SignIn("ida@harborlight.example");

        Assert.Equal(status, await PostAsync("/settings", type, body, reference));
        Assert.Equal(status, await PostAsync("/imports/new", type, body, reference));
        Assert.Equal(status, await PostAsync($"/clients/{Guid.CreateVersion7()}/renew", type, body, reference));
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/imports/new")]
    public async Task A_page_to_which_nothing_was_sent_asks_for_what_is_missing(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"__Host-portal={site.SignIn("ida@harborlight.example")}");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        // Settings are changed only on top of what the person saw.
        Assert.Equal(
            path == "/settings" ? HttpStatusCode.PreconditionFailed : HttpStatusCode.UnprocessableEntity,
            response.StatusCode);
    }

    [Fact]
    public async Task An_address_that_can_t_be_read_is_answered_as_a_page()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/clients/{Guid.CreateVersion7()}/renew/certificate?share=nobody");
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"__Host-portal={site.SignIn("ida@harborlight.example")}");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("a%0D%0AX-Planted:%201")]
    [InlineData("%C3%A9")]
    public async Task An_agency_s_name_that_no_header_can_hold_is_written_out_in_the_address(string agency)
    {
        using var content = new StringContent("code=12345678", Encoding.UTF8, Form);

        using var response = await site.Client.PostAsync(
            new Uri($"/sign-in/{agency}/step/code", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"/sign-in/{agency.Replace(":", "%3A", StringComparison.Ordinal)}?over=true",
            response.Headers.Location?.OriginalString);
    }

    private async Task<HttpStatusCode> PostAsync(string path, string type, string body, string? reference)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Accept", "text/html");
        if (reference is not null)
        {
            request.Headers.Add("Cookie", $"__Host-portal={reference}");
        }

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
