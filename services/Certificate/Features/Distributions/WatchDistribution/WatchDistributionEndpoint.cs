using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>Progress of a distribution, asked once or watched.</summary>
internal static class WatchDistributionEndpoint
{
    public static void MapWatchDistribution(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/distributions").RequireScope(Scopes.DistributionsRead)
            .WithTags("Distributions");
        group.MapGet("/{id:guid}", GetAsync)
            .WithName("GetDistribution").WithSummary("Progress of a distribution");
        group.MapGet("/{id:guid}/events", WatchAsync)
            .WithName("WatchDistribution")
                .WithSummary(
                    "Progress of a distribution as server-sent events, until it ends; the last one is named end");
    }

    private static async Task<Results<Ok<DistributionResponse>, ProblemHttpResult>> GetAsync(
        Guid id, DistributionReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var distribution = await reader.ReadAsync(id, caller, cancellationToken);
        return distribution.Failed ? distribution.Error.ToProblem() : TypedResults.Ok(distribution.Value);
    }

    private static async Task<Results<EventStreamResult<DistributionResponse>, ProblemHttpResult>> WatchAsync(
        Guid id, DistributionReader reader, DistributionStream stream, ClaimsPrincipal caller,
        CancellationToken cancellationToken)
    {
        var distribution = await reader.ReadAsync(id, caller, cancellationToken);
        return distribution.Failed
            ? distribution.Error.ToProblem()
            : new EventStreamResult<DistributionResponse>(stream.OfAsync(distribution.Value, cancellationToken));
    }
}
