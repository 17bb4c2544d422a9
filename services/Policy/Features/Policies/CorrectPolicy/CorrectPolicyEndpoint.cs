using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Auditing;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Renewals;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

internal static class CorrectPolicyEndpoint
{
    public static void MapCorrectPolicy(this IEndpointRouteBuilder routes) =>
        routes.MapPatch("/api/v1/policies/{id:guid}", PatchAsync)
            .RequireScope(Scopes.PoliciesWrite)
                .Accepts<CorrectPolicyRequest>("application/json", "application/merge-patch+json")
            .WithTags("Policies").WithName("CorrectPolicy")
            .WithSummary(
                "Correct a policy's latest term; another effective date is a renewal and answers its distribution")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ConcernsClientNamedByHandler()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<PolicyResponse>, Accepted<RenewalPromiseResponse>,
    ProblemHttpResult>> PatchAsync(
        Guid id,
        CorrectPolicyRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        CorrectPolicyHandler correct,
        RenewPoliciesHandler renew,
        PolicyDb db,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        var key = new PolicyId(id);
        var stored = await db.Policies.AsNoTracking()
            .SingleOrDefaultAsync(policy => policy.Id == key, cancellationToken);
        if (stored is null)
        {
            return new PolicyNotFound().ToProblem();
        }

        context.Concerns(stored.AccountId.Value);
        var problems = new List<Error>();
        var change = new TermChange
        {
            Number = request.Number,
            CarrierName = request.Carrier?.Name,
            CarrierNaic = request.Carrier?.Naic,
            Limits = LimitReader.Read(request.Limits, "", problems),
        };
        if (problems.Count > 0)
        {
            return problems.ToProblem();
        }

        if (request.Effective is { } effective && effective != stored.Current.Effective)
        {
            var renewal = new RequestedRenewal
            {
                PolicyId = key,
                Effective = effective,
                Expiration = request.Expiration,
                Change = change,
                IfMatch = ifMatch,
            };
            var promise = await renew.HandleAsync(
                stored.AccountId, [renewal], context.User, request: null, cancellationToken);
            return promise.Failed
                ? promise.ToProblem()
                : TypedResults.Accepted(promise.Value.Location(), promise.Value);
        }

        var corrected = await correct.HandleAsync(
            stored.AccountId, key, request.Expiration, change, ifMatch, context.User, cancellationToken);
        if (corrected.Failed)
        {
            return corrected.ToProblem();
        }

        context.Response.Headers.ETag = ETags.Of(corrected.Value.Revision);
        return TypedResults.Ok(PolicyResponse.Of(corrected.Value, time.Today()));
    }
}
