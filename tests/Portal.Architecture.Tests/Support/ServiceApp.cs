using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults;

namespace Portal.Architecture.Tests.Support;

/// <summary>Builds a service as its Program does, by the two methods in its root namespace.</summary>
internal static class ServiceApp
{
    /// <summary>What the app host would prove itself with.</summary>
    public const string OperatorSecret = "an-operator-of-the-tests-of-access";

    /// <summary>The service, built and not started.</summary>
    /// <param name="service">Name of the service, such as <c>Policy</c>.</param>
    /// <param name="change">Changes the builder after the service has added its parts.</param>
    /// <param name="beforeEndpoints">Adds to the pipeline after authorization, before what the routes lead to.</param>
    public static WebApplication Build(
        string service, Action<WebApplicationBuilder>? change = null, Action<WebApplication>? beforeEndpoints = null)
    {
        var assembly = AssemblyOf(service);
        // In development a service has every route.
        var builder = WebApplication.CreateBuilder(
            ["--hostBuilder:reloadConfigOnChange=false", "--environment=Development"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:rabbitmq"] = "amqp://127.0.0.1:1/",
            [$"ConnectionStrings:{service.ToLowerInvariant()}db"] = "Host=127.0.0.1;Port=1",
            ["Identity:Issuer"] = "https://portal.example",
            ["Identity:KeyProtection"] = Convert.ToBase64String(new byte[32]),
            ["services:identity:http:0"] = "http://127.0.0.1:1",
            ["services:policy:http:0"] = "http://127.0.0.1:1",
            ["services:certificate:http:0"] = "http://127.0.0.1:1",
            ["Operations:Secret"] = OperatorSecret,
            ["ServiceClient:Id"] = "svc",
            ["ServiceClient:Secret"] = "secret",
        });
        builder.AddServiceDefaults();
        Step(assembly, service, "Add", typeof(WebApplicationBuilder)).Invoke(null, [builder]);
        change?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults();
        beforeEndpoints?.Invoke(app);
        Step(assembly, service, "Map", typeof(WebApplication)).Invoke(null, [app]);
        return app;
    }

    /// <summary>
    /// Leaves out what a service does by itself, so that it starts without a database and a bus, on a port of its own.
    /// </summary>
    public static void WithoutWork(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.RemoveAll<IHostedService>();
        // Settings of what is not started need not be there.
        builder.Services.RemoveAll<IStartupValidator>();
    }

    /// <summary>Every route of a service.</summary>
    public static IReadOnlyList<RouteEndpoint> RoutesOf(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>Path of a route as it is written in the source.</summary>
    public static string PathOf(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    /// <summary>Methods that a route answers.</summary>
    public static IReadOnlyList<string> MethodsOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    /// <summary>A service's context.</summary>
    /// <param name="services">A scope of the service that was built.</param>
    /// <param name="service">Name of the service.</param>
    public static DbContext DatabaseOf(IServiceProvider services, string service) =>
        (DbContext)services.GetRequiredService(
            AssemblyOf(service).GetTypes().Single(type => type.IsSubclassOf(typeof(DbContext))));

    private static Assembly AssemblyOf(string service) =>
        House.Services.Single(assembly => assembly.GetName().Name == $"Portal.{service}");

    private static MethodInfo Step(Assembly assembly, string service, string verb, Type argument)
    {
        var step = assembly.GetTypes()
            .Where(
                type => type is { IsAbstract: true, IsSealed: true, Namespace: not null }
                    && type.Namespace.Count(c => c == '.') == 1)
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .SingleOrDefault(method => method.Name.StartsWith(verb + service, StringComparison.Ordinal)
                && method.GetParameters() is [{ } only] && only.ParameterType.IsAssignableFrom(argument));
        return step ?? throw new InvalidOperationException(
            $"Portal.{service} has no {verb}{service}... method in its root namespace, which its Program would call.");
    }
}
