using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Certificates.Domain;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Certificates.Features.WatchDistribution;

/// <summary>Progress of a distribution, asked once or watched.</summary>
internal static class WatchDistributionEndpoints
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static void MapWatchDistribution(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/api/v1/distributions").RequireScope(Scopes.DistributionsRead).WithTags("Distributions");
        group.MapGet("/{id:guid}", GetAsync)
            .WithName("GetDistribution").WithSummary("Progress of a distribution");
        group.MapGet("/{id:guid}/events", WatchAsync)
            .WithName("WatchDistribution").WithSummary("Progress of a distribution as server-sent events, until it ends; the last one is named end");
    }

    private static async Task<Results<Ok<DistributionView>, ProblemHttpResult>> GetAsync(
        Guid id, DistributionReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var distribution = await reader.ReadAsync(id, caller, cancellationToken);
        return distribution.Failed ? distribution.Error.ToProblem() : TypedResults.Ok(distribution.Value);
    }

    private static async Task<Results<ServerSentEventsResult<DistributionView>, ProblemHttpResult>> WatchAsync(
        Guid id, DistributionReader reader, ClaimsPrincipal caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var distribution = await reader.ReadAsync(id, caller, cancellationToken);
        return distribution.Failed
            ? distribution.Error.ToProblem()
            : TypedResults.ServerSentEvents(ChangesAsync(distribution.Value, reader, time, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<DistributionView>> ChangesAsync(
        DistributionView shown, DistributionReader reader, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        yield return Progress(shown);
        while (!HasEnded(shown) && await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (await reader.FindAsync(shown.Id, cancellationToken) is { } now && now != shown with { PolicyIds = now.PolicyIds })
            {
                shown = now;
                yield return Progress(shown);
            }
        }

        // A browser takes a stream that only stops for a broken one, and connects again.
        yield return new SseItem<DistributionView>(shown, "end");
    }

    private static SseItem<DistributionView> Progress(DistributionView distribution) => new(distribution, "progress");

    private static bool HasEnded(DistributionView distribution) =>
        distribution.State is DistributionState.Finished or DistributionState.Cancelled;
}
