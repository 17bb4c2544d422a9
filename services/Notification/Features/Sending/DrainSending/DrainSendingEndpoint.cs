using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Operations;

namespace Portal.Notification.Features.Sending.DrainSending;

/// <summary>
/// The operator's command that holds certificates back, as around work on the mail relay. Codes and notices still go
/// out: a person waits for each, and they are worth nothing later.
/// </summary>
internal static partial class DrainSendingEndpoint
{
    // An operator waits no longer than this for an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void MapDrainSending(this IEndpointRouteBuilder routes) => routes.MapOperations()
        .MapPost("/drain", DrainAsync)
        .WithName("DrainSending")
        .WithSummary("Begins no further mails of certificates, and waits for those that are being sent.");

    private static async Task<Ok<SendingResponse>> DrainAsync(
        DrainTable drains, NpgsqlDataSource database, TimeProvider time, ILogger<DrainTable> log,
        CancellationToken cancellationToken)
    {
        await drains.BeginAsync(time.GetUtcNow(), cancellationToken);
        var isOver = await drains.AwaitBatchesAsync(Patience, cancellationToken);
        Drained(log);
        var backlog = await DeliveryTable.BacklogAsync(database, time.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(
            new SendingResponse(isOver ? SendingState.Drained : SendingState.Draining, backlog.Waiting));
    }

    [LoggerMessage(LogLevel.Warning, "An operator holds certificates back; nothing of them is mailed until one "
        + "resumes")]
    private static partial void Drained(ILogger log);
}
