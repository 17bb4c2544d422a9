using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Portal.AppHost.Tests.Mail;

/// <summary>Codes of all sign-ins are in the mail catcher; no page but its own reads them.</summary>
public sealed class MailCatcherTests(MailCatcher catcher) : IClassFixture<MailCatcher>
{
    private const string ListenState = "0A";

    private string Own => $"127.0.0.1:{catcher.WebPort.ToString(CultureInfo.InvariantCulture)}";

    [Theory]
    [InlineData("")]
    [InlineData("Host: localhost:{port}")]
    [InlineData("Origin: http://127.0.0.1:{port}")]
    [InlineData("Sec-Fetch-Site: same-origin, Sec-Fetch-Mode: cors")]
    [InlineData("Sec-Fetch-Site: none, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: document")]
    [InlineData("Sec-Fetch-Site: same-site, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: document")]
    public async Task Its_own_page_programs_and_whoever_opens_it_read_the_mails(string headers)
    {
        using var answer = await AskAsync(HttpMethod.Get, headers);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            MailCatcher.Code,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Host: evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host: evil.example:{port}", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Host: localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin: https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin: null", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Origin: http://localhost:{port}", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: cross-site, Sec-Fetch-Mode: no-cors", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: same-site, Sec-Fetch-Mode: cors", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site: cross-site, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: "
        + "iframe", HttpStatusCode.Forbidden)]
    public async Task A_page_elsewhere_reads_and_deletes_nothing(string headers, HttpStatusCode status)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Options, HttpMethod.Delete])
        {
            using var answer = await AskAsync(method, headers, method == HttpMethod.Delete ? "/email/all" : "/email");

            Assert.Equal(status, answer.StatusCode);
            Assert.DoesNotContain(
                answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }

        using var afterwards = await AskAsync(HttpMethod.Get, "");
        Assert.Contains(
            MailCatcher.Code,
            await afterwards.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_that_is_no_reading_deletes_nothing()
    {
        using var answer = await AskAsync(
            HttpMethod.Delete, "Sec-Fetch-Site: cross-site, Sec-Fetch-Mode: navigate, Sec-Fetch-Dest: document",
            "/email/all");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", "")]
    [InlineData("null", "")]
    [InlineData("", "evil.example")]
    public async Task A_page_elsewhere_is_told_of_no_mail_over_WebSockets(string origin, string host)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => ListenAsync(origin, host));

        Assert.Matches("4(03|21)", refused.Message);
    }

    [Fact]
    public async Task Its_own_page_is_told_of_mails()
    {
        using var socket = await ListenAsync("http://" + Own, host: "");
        Assert.StartsWith("0{", await HearAsync(socket), StringComparison.Ordinal);
        await socket.SendAsync(
            "40"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        Assert.StartsWith("40{", await HearAsync(socket), StringComparison.Ordinal);

        await catcher.SendAsync("Something else");

        Assert.StartsWith("42[\"newMail\"", await HearAsync(socket), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_else_listens_where_a_browser_comes()
    {
        var own = Directory.GetFiles($"/proc/{catcher.ProcessId.ToString(CultureInfo.InvariantCulture)}/fd")
            .Select(descriptor => File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name).ToHashSet();
        var ports = new[] { "/proc/net/tcp", "/proc/net/tcp6" }.SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(socket => socket is [_, _, _, ListenState, ..] && own.Contains($"socket:[{socket[9]}]"))
            .Select(socket => int.Parse(socket[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        Assert.Equal(new[] { catcher.SmtpPort, catcher.WebPort }.Order(), ports.Order());
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string headers, string path = "/email")
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var header in headers.Split(", ", StringSplitOptions.RemoveEmptyEntries)
                .Select(header => header.Split(": ", 2)))
        {
            var value = header[1]
                .Replace("{port}", catcher.WebPort.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            request.Headers.TryAddWithoutValidation(header[0], value);
        }

        return await catcher.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<ClientWebSocket> ListenAsync(string origin, string host)
    {
        var socket = new ClientWebSocket();
        foreach (var (name, value) in ((string, string)[])[("Origin", origin), ("Host", host)])
        {
            if (value.Length > 0)
            {
                socket.Options.SetRequestHeader(name, value);
            }
        }

        await socket.ConnectAsync(
            new Uri($"ws://{Own}/socket.io/?EIO=4&transport=websocket"), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var heard = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, heard.Count);
    }
}
