using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Portal.Notification.Features.SendDeliveries;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Operations;

namespace Portal.Notification.Features.DrainSending;

/// <summary>
/// The operator's commands that hold certificates back and let them go, as around work on the mail relay. Codes and notices
/// go on: somebody waits for each, and they are worth nothing later.
/// </summary>
internal static partial class DrainRoutes
{
    // An operator's button waits no longer for its answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void MapDrain(this IEndpointRouteBuilder routes)
    {
        var operations = routes.MapOperations();
        operations.MapPost("/drain", DrainAsync).WithName("DrainSending")
            .WithSummary("Begins no further mails of certificates, and waits for those that are being sent.");
        operations.MapPost("/resume", ResumeAsync).WithName("ResumeSending").WithSummary("Sends the certificates that wait, and those to come.");
    }

    private static async Task<Ok<SendingResponse>> DrainAsync(
        DrainTable drains, NpgsqlDataSource database, TimeProvider clock, ILogger<DrainTable> log, CancellationToken cancellationToken)
    {
        await drains.BeginAsync(clock.GetUtcNow(), cancellationToken);
        var isOver = await drains.AwaitBatchesAsync(Patience, cancellationToken);
        Drained(log);
        return await AnswerAsync(isOver ? SendingState.Drained : SendingState.Draining, database, clock, cancellationToken);
    }

    private static async Task<Ok<SendingResponse>> ResumeAsync(
        DrainTable drains, WorkSignal signal, NpgsqlDataSource database, TimeProvider clock, ILogger<DrainTable> log,
        CancellationToken cancellationToken)
    {
        await drains.EndAsync(cancellationToken);
        signal.Raise();
        Resumed(log);
        return await AnswerAsync(SendingState.Sending, database, clock, cancellationToken);
    }

    private static async Task<Ok<SendingResponse>> AnswerAsync(
        SendingState state, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var backlog = await DeliveryTable.BacklogAsync(database, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(new SendingResponse(state, backlog.Due + backlog.Later));
    }

    [LoggerMessage(LogLevel.Warning, "An operator holds certificates back; nothing of them is mailed until one resumes")]
    private static partial void Drained(ILogger log);

    [LoggerMessage(LogLevel.Warning, "An operator lets certificates go out again")]
    private static partial void Resumed(ILogger log);
}
