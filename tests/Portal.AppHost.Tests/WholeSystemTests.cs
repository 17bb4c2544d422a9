using System.Net;
using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;
using Portal.LocalHosting.Data;
using Portal.Testing.Waiting;

namespace Portal.AppHost.Tests;

public sealed class WholeSystemTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task It_comes_up_and_says_where_it_is()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Portal_AppHost>(
            [
                $"--{DataFolder.Key}={TemporaryDataFolder.NewPath()}", $"--{DataFolder.DiscardKey}=true",
                "--ConnectionStrings:rabbitmq=", "--ConnectionStrings:postgres=", "--Smtp:Host=",
            ],
            (options, _) => options.EnableResourceLogging = false,
            patience.Token);
        var data = builder.Configuration[DataFolder.Key]!;
        var runFile = Path.Combine(data, "run.json");
        await using var application = await builder.BuildAsync(patience.Token);

        await application.StartAsync(patience.Token);
        await Eventually.TrueAsync(() => File.Exists(runFile), patience.Token, runFile, Patience);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(runFile).UnixFileMode);
        var run = JsonNode.Parse(await File.ReadAllTextAsync(runFile, patience.Token))!;
        Assert.Equal(application.GetEndpoint("gateway"), new Uri((string)run["gateway"]!));
        Assert.Equal(application.GetEndpoint("mail", "http"), new Uri((string)run["mail"]!));
        Assert.Equal("demo-partner", (string)run["partner"]!["clientId"]!);
        Assert.Equal(40, ((string)run["partner"]!["clientSecret"]!).Length);
        Assert.Equal(
            [
                "admin admin@harborlight.example", "agent agent@harborlight.example",
                "assistant assistant@harborlight.example",
            ],
            run["logins"]!.AsArray().Select(login => $"{login!["role"]} {login["email"]}"));
        Assert.Null(run["dashboard"]);
        AssertLogs(Path.Combine(data, "logs"));
        using var gateway = application.CreateHttpClient("gateway");
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetAsync("/health", patience.Token)).StatusCode);
        await AssertHostsAsync(application.GetEndpoint("gateway"), "/.well-known/openid-configuration", patience.Token);
        await AssertHostsAsync(application.GetEndpoint("mail", "http"), "/email", patience.Token);
    }

    private static async Task AssertHostsAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = address };
        foreach (var (host, expected) in ((string, HttpStatusCode)[])
            [
                ($"localhost:{address.Port}", HttpStatusCode.OK),
                ($"127.0.0.1:{address.Port}", HttpStatusCode.OK),
                ($"portal.example:{address.Port}", HttpStatusCode.MisdirectedRequest),
            ])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await client.SendAsync(request, cancellationToken);
            Assert.True(
                expected == response.StatusCode, $"{host}{path} is answered {response.StatusCode}, not {expected}.");
        }
    }

    private static void AssertLogs(string folder)
    {
        foreach (
            var name in new[]
            {
                "rabbitmq",
                "postgres",
                "mail",
                "identity",
                "policy",
                "certificate",
                "compliance",
                "notification",
                "web",
                "gateway",
            })
        {
            Assert.True(new FileInfo(Path.Combine(folder, $"{name}.log")).Length > 0, $"{name}.log is empty.");
        }

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            new DirectoryInfo(folder).UnixFileMode);
    }
}
