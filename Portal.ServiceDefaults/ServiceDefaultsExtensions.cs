using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Portal.ServiceDefaults.OpenApi;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Telemetry;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults;

/// <summary>What every service and the gateway gets before it adds anything of its own.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Tag of the health checks that tell whether the process itself is alive.</summary>
    public const string LivenessTag = "live";

    /// <summary>
    /// Adds telemetry, health, problem details, JSON settings, tokens, deny-by-default authorization, and the
    /// description of the API.
    /// </summary>
    public static IHostApplicationBuilder AddServiceDefaults(this IHostApplicationBuilder builder)
    {
        builder.AddHostDefaults();
        builder.Services.AddExceptionHandler<BindingFailures>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.AddApiDescription();
        return builder;
    }

    /// <summary>The same for a process that has no API of its own to describe: the gateway.</summary>
    public static IHostApplicationBuilder AddHostDefaults(this IHostApplicationBuilder builder)
    {
        builder.AddLogLevels();
        builder.AddTelemetry();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [LivenessTag]);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemCodes.Complete);
        builder.Services.AddExceptionHandler(options =>
        {
            options.StatusCodeSelector = StatusOf;
            options.SuppressDiagnosticsCallback = failure =>
                failure.Exception is BadHttpRequestException
                    || failure.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService;
        });
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.UsePortalConventions().DemandKeepableText();
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.AddTokens();
        return builder;
    }

    /// <summary>
    /// Adds exception handling, the refusal of what can't be read, authentication and authorization, the guard of the
    /// view mode, the health endpoints, and the description of the API at <c>/openapi/v1.json</c>.
    /// </summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseHostDefaults();
        app.MapApiDescription();
        return app;
    }

    /// <summary>The same for a process that has no API of its own to describe: the gateway.</summary>
    /// <param name="app">The process.</param>
    /// <param name="beforeAuthorization">
    /// Adds what knows the caller and also sees requests that will be refused.
    /// </param>
    public static WebApplication UseHostDefaults(
        this WebApplication app, Action<WebApplication>? beforeAuthorization = null)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(RequestEncodingMiddleware.InvokeAsync);
        app.UseAuthentication();
        beforeAuthorization?.Invoke(app);
        app.Use(ViewModeGuard.InvokeAsync);
        app.UseAuthorization();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = check => check.Tags.Contains(LivenessTag) })
            .AllowAnonymous();
        return app;
    }

    /// <summary>The JSON of the API: camel case names, enums as snake case words, unknown words refused.</summary>
    public static JsonSerializerOptions UsePortalConventions(this JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        return options;
    }

    private static void DemandKeepableText(this JsonSerializerOptions options) =>
        options.TypeInfoResolver = options.TypeInfoResolver?.WithAddedModifier(NulCharacterCheck.Demand);

    // A body that is too large or breaks off is the caller's failure, not the service's; nor is it worth a stack in the
    // log.
    private static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
