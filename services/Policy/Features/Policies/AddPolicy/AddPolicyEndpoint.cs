using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Auditing;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Idempotency;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.AddPolicy;

internal static class AddPolicyEndpoint
{
    public static void MapAddPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/policies", AddAsync)
            .RecordsEvent("AddPolicy", "Put a client's policy onto the books with its first term");

    private static async Task<Results<Created<RecordedEventResponse>, Ok<RecordedEventResponse>, ProblemHttpResult>>
        AddAsync(
            AddPolicyRequest request,
            AddPolicyHandler handler,
            EventRecorder events,
            HttpContext context,
            CancellationToken cancellationToken)
    {
        var problems = new List<Error>();
        var fields = new EventFields(problems);
        var client = new AccountId(fields.Given(request.ClientId, "clientId"));
        var command = request.ReadTerm(problems) with { Reason = fields.MayHaveReason(request.Reason) };
        if (problems.Count > 0)
        {
            return problems.ToProblem();
        }

        context.Concerns(client.Value);
        var added = await handler.HandleAsync(
            client, command, context.User, IdempotentRequest.Of(context, request), cancellationToken);
        return await events.AnswerAsync(context, added, cancellationToken);
    }
}
