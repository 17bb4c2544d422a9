using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults;
using Portal.Testing.Answers;
using Portal.Testing.Tokens;
using Portal.Testing.Waiting;

namespace Portal.Gateway.Tests.Support;

/// <summary>
/// The gateway with an identity service and two destinations, of which the second is a replica of the first for every
/// other service.
/// </summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    private static readonly string[] Services =
    [
        "identity", "policy", "certificate", "compliance", "notification", "web",
    ];

    private readonly WebApplication _app;

    private RunningGateway(
        WebApplication app, FakeIdentity identity, Destination first, Destination second, LogRecorder log)
    {
        (_app, Identity, First, Second, Log) = (app, identity, first, second, log);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        Client.DefaultRequestHeaders.Host = Host;
    }

    /// <summary>The host of the portal's address, which requests are for where a test names no other.</summary>
    public static string Host { get; } = new Uri(TestIssuer.Name).Authority;

    public FakeIdentity Identity { get; }

    public TestIssuer Issuer => Identity.Issuer;

    public Destination First { get; }

    public Destination Second { get; }

    public HttpClient Client { get; }

    public LogRecorder Log { get; }

    /// <summary>What the gateway is made of.</summary>
    public IServiceProvider Parts => _app.Services;

    /// <summary>Where the gateway listens.</summary>
    public Uri Address => Client.BaseAddress!;

    /// <summary>
    /// Starts the gateway with its own routes and limits, but for what a test replaces, and waits until it is healthy.
    /// </summary>
    public static async Task<RunningGateway> StartAsync(
        string? routes = null, params (string Key, string Value)[] settings)
    {
        var gateway = await StartBesideAsync(await FakeIdentity.StartAsync(), routes, settings);
        await Eventually.TrueAsync(async () =>
        {
            using var health = await gateway.GetAsync("/health");
            return health.StatusCode == HttpStatusCode.OK;
        }, TestContext.Current.CancellationToken, "the gateway to be healthy");
        return gateway;
    }

    /// <summary>The same beside an identity service that may not answer, without waiting.</summary>
    public static async Task<RunningGateway> StartBesideAsync(
        FakeIdentity identity, string? routes = null, params (string Key, string Value)[] settings)
    {
        var (first, second) = (await Destination.StartAsync(), await Destination.StartAsync());
        var builder = WebApplication.CreateBuilder();
        var log = new LogRecorder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));
        builder.Configuration.AddInMemoryCollection(identity.Issuer.Settings);
        builder.Configuration.AddInMemoryCollection(Services.SelectMany(service => new Dictionary<string, string?>
        {
            [$"services:{service}:http:0"] = service == "identity" ? identity.Address : first.Address,
            [$"services:{service}:http:1"] = service == "identity" ? null : second.Address,
        }).Where(setting => setting.Value is not null));
        builder.Configuration.AddInMemoryCollection(
            settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        if (routes is not null)
        {
            var file = Path.GetTempFileName();
            await File.WriteAllTextAsync(file, routes);
            builder.Configuration["Gateway:Routes"] = file;
        }

        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHostDefaults();
        builder.AddGatewayServices();
        var app = builder.Build();
        app.UseGatewayPipeline();
        await app.StartAsync();
        var gateway = new RunningGateway(app, identity, first, second, log);
        gateway.Client.BaseAddress = new Uri(app.Urls.Single());
        return gateway;
    }

    /// <summary>A token of a partner of some agency.</summary>
    public string Token(params string[] scopes) => Issuer.PartnerToken(Guid.CreateVersion7(), scopes);

    public Task<HttpResponseMessage> GetAsync(
        string path, string? token = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, token, content: null, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token, HttpContent? content, params (
            string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async Task<Echo> EchoAsync(string path, string? token = null, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, token, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Echo>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>
    /// The cookie by which a browser shows its session, and what it tells of the page that sends the request.
    /// </summary>
    public static (string Name, string Value)[] Browser(string reference, string site = "same-origin") =>
        [("Cookie", "__Host-portal=" + reference), ("Sec-Fetch-Site", site)];

    /// <summary>
    /// Sends bytes as they are and gives back the first line of the answer, for what HttpClient would tidy up.
    /// </summary>
    public async Task<string> StatusLineAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    public static async Task<Problem> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadAsync<Problem>(TestContext.Current.CancellationToken);
        Assert.Equal(code, problem.Code);
        Assert.False(string.IsNullOrEmpty(problem.TraceId));
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Identity.DisposeAsync();
    }
}
