using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Renewals.ListRenewalRecipients;

/// <summary>Who would get a certificate by a renewal, before it is done.</summary>
internal static class ListRenewalRecipientsEndpoint
{
    public static void MapListRenewalRecipients(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").RequireScope(Scopes.HoldersRead).WithTags("Renewals")
            .MapGet("/renewal-recipients", ListAsync)
            .WithName("ListRenewalRecipients")
            .WithSummary("Holders that would get a certificate when policies renew, and those that would not, and why");

    private static async Task<Results<Ok<RecipientListResponse>, ProblemHttpResult>> ListAsync(
        [AsParameters] RecipientQuery query, ListRenewalRecipientsHandler handler, CancellationToken cancellationToken)
    {
        var recipients = await handler.HandleAsync(query, cancellationToken);
        return recipients.Failed ? recipients.Error.ToProblem() : TypedResults.Ok(recipients.Value);
    }
}
