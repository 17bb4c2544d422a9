using System.Text.Json;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.LocalHosting.Data;
using Portal.LocalHosting.Lifecycle;

namespace Portal.AppHost;

/// <summary>
/// In Development, tells where everything is once all of it is healthy: in <c>run.json</c> in the data folder, for its
/// owner only, and on the console.
/// </summary>
internal sealed partial class RunFile(
    ResourceNotificationService notifications,
    DistributedApplicationOptions options,
    IConfiguration configuration,
    DataFolder data,
    IHostApplicationLifetime lifetime,
    ILogger<RunFile> log) : IDistributedApplicationEventingSubscriber
{
    /// <summary>client_id of the demo partner.</summary>
    public const string PartnerClientId = "demo-partner";

    /// <summary>Name of the parameter that holds its secret.</summary>
    public const string PartnerSecretParameter = "demo-partner-secret";

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly RunDescription.Login[] DemoLogins =
    [
        new("admin", "admin@harborlight.example"),
        new("agent", "agent@harborlight.example"),
        new("assistant", "assistant@harborlight.example"),
    ];

    private string FilePath => Path.Combine(data.Root, "run.json");

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        eventing.Subscribe<BeforeStartEvent>((start, _) => Begin(start.Model));
        return Task.CompletedTask;
    }

    private Task Begin(DistributedApplicationModel model)
    {
        // A file of an earlier run would send people to ports where nobody answers.
        File.Delete(FilePath);
        lifetime.ApplicationStopping.Register(() => File.Delete(FilePath));
        _ = WriteWhenHealthyAsync(model, lifetime.ApplicationStopping);
        return Task.CompletedTask;
    }

    private async Task WriteWhenHealthyAsync(DistributedApplicationModel model, CancellationToken stopping)
    {
        try
        {
            foreach (var resource in model.Resources.Where(
                    resource => resource.HasAnnotationOfType<RestartAnnotation>()))
            {
                await notifications.WaitForResourceHealthyAsync(
                    resource.Name, WaitBehavior.WaitOnResourceUnavailable, stopping);
            }

            var description = await DescribeAsync(model, stopping);
            Write(description);
            Ready(
                description.Gateway,
                description.Mail ?? "sent by the given relay",
                description.Dashboard ?? "off",
                FilePath);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to end before all was healthy.
        }
    }

    private async Task<RunDescription> DescribeAsync(
        DistributedApplicationModel model, CancellationToken cancellationToken)
    {
        var secret = model.Resources.OfType<ParameterResource>()
            .Single(parameter => parameter.Name == PartnerSecretParameter);
        return new RunDescription(
            UrlOf(model, "gateway")!,
            UrlOf(model, "mail"),
            DashboardUrl(),
            new(PartnerClientId, (await secret.GetValueAsync(cancellationToken))!),
            DemoLogins);
    }

    private string? DashboardUrl() => options.DisableDashboard
        ? null
        : $"{configuration["ASPNETCORE_URLS"]}/login?t={configuration["AppHost:BrowserToken"]}";

    private static string? UrlOf(DistributedApplicationModel model, string name) =>
        model.Resources.OfType<IResourceWithEndpoints>().FirstOrDefault(resource => resource.Name == name)
            is { } found ? new EndpointReference(found, "http").Url : null;

    private void Write(RunDescription description)
    {
        var draft = FilePath + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, description, Shape);
        }

        File.Move(draft, FilePath, overwrite: true);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "All is healthy. Portal {Gateway}, mail {Mail}, dashboard "
        + "{Dashboard}; see {File}")]
    private partial void Ready(string gateway, string mail, string dashboard, string file);
}
