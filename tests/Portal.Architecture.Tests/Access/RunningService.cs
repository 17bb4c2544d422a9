using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Architecture.Tests.Access;

/// <summary>
/// A service with everything that stands before its handlers, and none of what stands behind them: no database, no bus.
/// A request that would reach a handler is answered <see cref="Reached"/> instead.
/// </summary>
internal sealed class RunningService : IAsyncDisposable
{
    /// <summary>Answer in place of a handler.</summary>
    public const HttpStatusCode Reached = (HttpStatusCode)299;

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private RunningService(WebApplication app)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Routes =
        [
            .. ServiceApp.RoutesOf(app)
                .SelectMany(route => ServiceApp.MethodsOf(route).Select(method => (method, route))),
        ];
    }

    /// <summary>Every route with every method that it answers.</summary>
    public IReadOnlyList<(string Method, RouteEndpoint Endpoint)> Routes { get; }

    public static async Task<RunningService> StartAsync(
        string service, TestIssuer issuer, CancellationToken cancellationToken)
    {
        var app = ServiceApp.Build(service, builder => Bare(builder, issuer), StopBeforeHandlers);
        await app.StartAsync(cancellationToken);
        return new RunningService(app);
    }

    /// <summary>What a route answers to whoever brings a token, or the operator's secret, or neither.</summary>
    public async Task<HttpStatusCode> AskAsync(
        string method, RouteEndpoint route, string? token, bool isOperator, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), AddressOf(route));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        if (isOperator)
        {
            request.Headers.Add("X-Portal-Operator", ServiceApp.OperatorSecret);
        }

        using var response = await _client.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private static void Bare(WebApplicationBuilder builder, TestIssuer issuer)
    {
        ServiceApp.WithoutWork(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IKeySetSource>(new KeysOf(issuer)));
        builder.Services.PostConfigure<TokenOptions>(options => options.Issuer = TestIssuer.Name);
    }

    private static void StopBeforeHandlers(WebApplication app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        if (http.GetEndpoint() is not RouteEndpoint)
        {
            return next(http);
        }

        http.Response.StatusCode = (int)Reached;
        return Task.CompletedTask;
    });

    private static Uri AddressOf(RouteEndpoint route) => new(
        string.Concat(
            route.RoutePattern.PathSegments.Select(
                segment => "/" + string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => Guid.Empty.ToString(),
        })))),
        UriKind.Relative);

    private sealed class KeysOf(TestIssuer issuer) : IKeySetSource
    {
        public Task<JsonWebKeySet> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult(new JsonWebKeySet([.. issuer.Keys.Select(key => key.Public)]));
    }
}
