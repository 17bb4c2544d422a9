using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Portal.ServiceDefaults.Operations;
using Portal.ServiceDefaults.Results;
using RabbitMQ.Client.Exceptions;

namespace Portal.ServiceDefaults.Bus;

/// <summary>The operator's command of every service that has the bus.</summary>
public static class DeadLetterRoute
{
    /// <summary>Maps <c>POST /internal/operations/replay-dead-letters</c>.</summary>
    public static void MapBusOperations(this IEndpointRouteBuilder routes) => routes.MapOperations()
        .MapPost("/replay-dead-letters", ReplayAsync)
        .WithName("ReplayDeadLetters")
        .WithSummary("Moves the service's dead letters back to the queues that they came from.");

    private static async Task<Results<Ok<ReplayedDeadLetters>, ProblemHttpResult>> ReplayAsync(
        DeadLetters letters, CancellationToken cancellationToken)
    {
        try
        {
            var queues = await letters.ReplayAsync(cancellationToken);
            return TypedResults.Ok(new ReplayedDeadLetters(queues.Sum(queue => queue.Messages), queues));
        }
        catch (RabbitMQClientException)
        {
            return new BrokerUnavailable().ToProblem();
        }
    }
}
