using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Operations;

namespace Portal.Notification.Features.Sending.DrainSending;

/// <summary>The operator's command that lets certificates go out again.</summary>
internal static partial class ResumeSendingEndpoint
{
    public static void MapResumeSending(this IEndpointRouteBuilder routes) => routes.MapOperations()
        .MapPost("/resume", ResumeAsync)
        .WithName("ResumeSending")
        .WithSummary("Sends the certificates that wait, and those to come.");

    private static async Task<Ok<SendingResponse>> ResumeAsync(
        DrainTable drains, WorkSignal signal, NpgsqlDataSource database, TimeProvider time, ILogger<DrainTable> log,
        CancellationToken cancellationToken)
    {
        await drains.EndAsync(cancellationToken);
        signal.Raise();
        Resumed(log);
        var backlog = await DeliveryTable.BacklogAsync(database, time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(new SendingResponse(SendingState.Sending, backlog.Waiting));
    }

    [LoggerMessage(LogLevel.Warning, "An operator lets certificates go out again")]
    private static partial void Resumed(ILogger log);
}
