using System.Net.Mime;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.AppHost.Native.Orchestration;

namespace Portal.AppHost.Native.Status;

/// <summary>Shows on loopback how the system fares: <c>/</c> for people, <c>/status.json</c> for programs, <c>/logs/{name}</c>.</summary>
internal sealed class StatusServer(
    Orchestrator orchestrator, ResourceNotificationService notifications, DataFolder data, NativeSettings settings) : IHostedService, IAsyncDisposable
{
    private WebApplication? _web;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(settings.StatusUrl);
        builder.Services.AddRouting();
        _web = builder.Build();
        _web.Use(OnlyLocalNames);
        _web.MapGet("/", () => Results.Content(StatusPage.Render(Current()), MediaTypeNames.Text.Html, System.Text.Encoding.UTF8));
        _web.MapGet("/status.json", () => Results.Json(Current()));
        _web.MapGet("/logs/{name}", Log);
        await _web.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _web?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _web?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A page elsewhere can make a name of its own point here; logs are not for it to read.</summary>
    private static Task OnlyLocalNames(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private StatusDocument Current() => StatusDocument.Of(orchestrator.Runners, notifications);

    private IResult Log(string name) => orchestrator.Runners.SelectMany(runner => runner.Replicas).Any(replica => replica.Name == name)
        ? Results.File(Path.Combine(data.Logs, name + ".log"), "text/plain; charset=utf-8")
        : Results.NotFound();
}
