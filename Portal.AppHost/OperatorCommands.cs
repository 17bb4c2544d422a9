using System.Net.Http.Json;
using System.Text.Json;

namespace Portal.AppHost;

/// <summary>
/// Commands of whoever runs the portal, as buttons of the dashboard and as commands of <c>aspire resource</c>.
/// </summary>
internal static class OperatorCommands
{
    private const string Path = "/internal/operations";

    /// <summary>Header with the secret by which a service knows the app host.</summary>
    private const string Header = "X-Portal-Operator";

    /// <summary>Lets the service be told to try again what it gave up.</summary>
    public static IResourceBuilder<ProjectResource> WithReplayOfDeadLetters(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ParameterResource> secret) => service
        .WithEnvironment("Operations__Secret", secret)
        .WithOperation(
            "replay-dead-letters",
            "Replay dead letters",
            "ArrowRepeatAll",
            secret,
            "Try again what was given up, once its cause is mended?");

    /// <summary>Lets Identity be told to change the key that tokens are signed with.</summary>
    public static IResourceBuilder<ProjectResource> WithRotationOfKeys(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ParameterResource> secret) => service
        .WithOperation(
            "rotate-keys", "Rotate keys", "Key", secret, "Begin to change the key that tokens are signed with?");

    /// <summary>Lets Notification be told to hold certificates back, and to let them go out.</summary>
    public static IResourceBuilder<ProjectResource> WithDrain(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ParameterResource> secret) => service
        .WithOperation("drain", "Drain", "Pause", secret, "Send no more certificates until sending is resumed?")
        .WithOperation("resume", "Resume sending", "Play", secret, confirmation: null);

    private static IResourceBuilder<ProjectResource> WithOperation(
        this IResourceBuilder<ProjectResource> service,
        string name,
        string displayName,
        string icon,
        IResourceBuilder<ParameterResource> secret,
        string? confirmation) => service.WithHttpCommand($"{Path}/{name}", displayName, endpointName: "http",
        commandName: name, new HttpCommandOptions
        {
            IconName = icon,
            ConfirmationMessage = confirmation,
            PrepareRequest = async context =>
                context.Request.Headers.Add(Header, await secret.Resource.GetValueAsync(context.CancellationToken)),
            GetCommandResult = async context => await ResultAsync(context.Response, context.CancellationToken),
        });

    /// <summary>What the service says of it: its answer, or its problem's title and detail.</summary>
    private static async Task<ExecuteCommandResult> ResultAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return new ExecuteCommandResult
            {
                Success = true,
                Message = await response.Content.ReadAsStringAsync(cancellationToken),
            };
        }

        var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : default;
        var said = problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail)
            ? detail.GetString()
            : null;
        return CommandResults.Failure(said ?? $"The service answered {(int)response.StatusCode}.");
    }
}
