using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults;
using Portal.Testing.Tokens;

[assembly: AssemblyFixture(typeof(Portal.Web.Tests.Support.Site))]

namespace Portal.Web.Tests.Support;

/// <summary>
/// The pages on a real port with a fake Identity behind them, and in front of them what the gateway does with sessions.
/// One for all the classes that leave what stands behind the pages as it is; a class that changes it has one of its
/// own.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private WebApplication _app = null!;

    internal FakeIdentity Identity { get; private set; } = null!;

    internal FakeServices Services { get; private set; } = null!;

    /// <summary>Address of the pages, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every route of the pages.</summary>
    public IEnumerable<RouteEndpoint> Routes =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async ValueTask InitializeAsync()
    {
        Services = await FakeServices.StartAsync();
        Identity = await FakeIdentity.StartAsync(Services.Clients);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = TestIssuer.Name,
            ["services:identity:http:0"] = Identity.Address,
            ["services:policy:http:0"] = Services.Address,
            ["services:certificate:http:0"] = Services.Address,
            ["services:notification:http:0"] = Services.Address,
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHostDefaults();
        builder.AddWebServices();
        _app = builder.Build();
        _app.Use(LikeTheGatewayAsync);
        _app.UseWebPages();
        _app.MapPages();
        await _app.StartAsync();
        Address = _app.Urls.Single();
        Client.BaseAddress = new Uri(Address);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Identity.DisposeAsync();
        await Services.DisposeAsync();
    }

    /// <summary>A session as the gateway would find it by the cookie.</summary>
    /// <returns>The cookie's value.</returns>
    internal string SignIn(string email, string? mode = null)
    {
        var person = Identity.People[email];
        var accounts = person.Accounts.Select(
            name => Services.Clients.All.Find(client => client.Name == name)?.Id ?? Guid.CreateVersion7()).ToArray();
        var reference = Guid.NewGuid().ToString("N");
        Identity.Sessions[reference] = new FakeSession(person, accounts, accounts.FirstOrDefault()) { Mode = mode };
        return reference;
    }

    private Task LikeTheGatewayAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.Headers.Append("X-Forwarded-For", "203.0.113.7");
        if (http.Request.Path.Value!.Split('/') is ["", "as", var delegation, .. var rest])
        {
            http.Request.Headers["X-Forwarded-Prefix"] = "/as/" + delegation;
            http.Request.Path = "/" + string.Join('/', rest);
        }

        if (http.Request.Cookies[FakeIdentity.SessionCookie] is { } reference
            && Identity.Sessions.TryGetValue(reference, out var session))
        {
            http.Request.Headers.Authorization = "Bearer " + session.TokenBy(Identity);
        }

        return http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? PassOnAsync(http) : next(http);
    }

    // The only part of the API that pages' scripts ask for: what a service tells while it goes on.
    private async Task PassOnAsync(HttpContext http)
    {
        using var service = new HttpClient();
        using var response = await service.GetAsync(
            new Uri(
                Services.Address + http.Request.Path), HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);
        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await http.Response.StartAsync(http.RequestAborted);
        try
        {
            await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }
}
