using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Portal.AppHost;

/// <summary>
/// In Development, tells where everything is once all of it is healthy: in <c>run.json</c> in the data folder, for its owner
/// only, and on the console.
/// </summary>
internal sealed partial class RunFile(
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<RunFile> logger) : BackgroundService
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

    private string FilePath => Path.Combine(
        configuration["PORTAL_DATA"] ?? Path.Combine(environment.ContentRootPath, "..", ".portal"), "run.json");

    /// <summary>A file of an earlier run would send people to ports where nobody answers.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        File.Delete(FilePath);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        File.Delete(FilePath);
        foreach (var resource in model.Resources.OfType<IResourceWithEndpoints>())
        {
            await notifications.WaitForResourceHealthyAsync(resource.Name, stoppingToken);
        }

        var description = await DescribeAsync(stoppingToken);
        Write(description);
        Ready(description.Gateway, description.Mail ?? "sent by the given relay", description.Status, FilePath);
    }

    private async Task<RunDescription> DescribeAsync(CancellationToken cancellationToken)
    {
        var secret = model.Resources.OfType<ParameterResource>().Single(parameter => parameter.Name == PartnerSecretParameter);
        return new RunDescription(
            UrlOf("gateway")!,
            UrlOf("mail"),
            configuration["ASPNETCORE_URLS"],
            new(PartnerClientId, (await secret.GetValueAsync(cancellationToken))!),
            DemoLogins);
    }

    private string? UrlOf(string name) => model.Resources.OfType<IResourceWithEndpoints>().FirstOrDefault(resource => resource.Name == name)
        is { } found ? new EndpointReference(found, "http").Url : null;

    private void Write(RunDescription description)
    {
        var draft = FilePath + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, description, Shape);
        }

        File.Move(draft, FilePath, overwrite: true);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "All is healthy. Portal {Gateway}, mail {Mail}, status {Status}; see {File}")]
    private partial void Ready(string gateway, string mail, string? status, string file);
}
