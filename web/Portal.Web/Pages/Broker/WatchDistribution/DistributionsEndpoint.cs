using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Deliveries;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Formats;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.WatchDistribution;

/// <summary>Watching certificates go out, and sending once more what failed.</summary>
internal static class DistributionsEndpoint
{
    private const string NotFailed = "delivery-not-failed";

    public static void MapDistributions(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/clients/{id:guid}/distributions/{distribution:guid}")
            .RequireScope(Scopes.DistributionsRead).DisableAntiforgery();
        page.MapGet("", GetAsync);
        page.MapGet("/progress", ProgressAsync);
        page.MapPost("/retries", RetryAsync).RequireScope(Scopes.DeliveriesWrite);
        page.MapPost("/retries/all", RetryAllAsync).RequireScope(Scopes.DeliveriesWrite);
    }

    private static async Task<IResult> GetAsync(
        Guid id,
        Guid distribution,
        string? cursor,
        ClientAccountReader clients,
        CertificateApi certificates,
        DeliveryApi deliveries,
        CancellationToken cancellationToken)
    {
        var (account, progress) = await ApiResults.BothAsync(
            clients.GetAsync(id, cancellationToken), ProgressOfAsync(
                id, distribution, cursor, certificates, deliveries, cancellationToken));
        return (account.Problem ?? progress.Problem) is { } problem
            ? problem.ToPage()
            : PageResult.Of<DistributionPage>(new { Account = account.Value, Progress = progress.Value });
    }

    /// <summary>
    /// The part of the page that changes. Once the distribution has ended, and its stream with it, it takes the place
    /// of what asked for it: what is sent once more after that is asked for every while.
    /// </summary>
    private static async Task<IResult> ProgressAsync(
        Guid id,
        Guid distribution,
        string? cursor,
        HttpResponse response,
        CertificateApi certificates,
        DeliveryApi deliveries,
        CancellationToken cancellationToken)
    {
        var progress = await ProgressOfAsync(id, distribution, cursor, certificates, deliveries, cancellationToken);
        if (progress.Refused)
        {
            return progress.Problem.ToPage();
        }

        if (progress.Value.Distribution.HasEnded)
        {
            response.Headers["HX-Reswap"] = "outerHTML";
            response.Headers["HX-Retarget"] = "#run";
            return PageResult.Of<DistributionRun>(new { Progress = progress.Value, IsSaid = progress.Value.IsOver });
        }

        return PageResult.Of<ProgressPanel>(new { Progress = progress.Value });
    }

    private static async Task<IResult> RetryAsync(
        Guid id, Guid distribution, [FromForm] Guid delivery, DeliveryApi deliveries, HttpContext http,
        PageContext context, CancellationToken cancellationToken)
    {
        var retried = await deliveries.RetryAsync(delivery, cancellationToken);
        if (retried.Refused && retried.Problem.Code != NotFailed)
        {
            return retried.Problem.ToPage();
        }

        ToastCookie.Leave(
            http, retried.Refused ? "It is being sent already." : $"Sending again to {retried.Value.Holder.Name}.");
        return TypedResults.Redirect(context.Url($"/clients/{id}/distributions/{distribution}"));
    }

    private static async Task<IResult> RetryAllAsync(
        Guid id, Guid distribution, DeliveryApi deliveries, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var retried = await deliveries.RetryAllAsync(distribution, cancellationToken);
        if (retried.Refused && retried.Problem.Code != NotFailed)
        {
            return retried.Problem.ToPage();
        }

        ToastCookie.Leave(http, retried switch
        {
            { Refused: true } =>
                "Somebody else sent some of them again at this moment. Press once more for the others.",
            { Value.Retried: 0 } => "All of them are being sent already.",
            { Value.Retried: var count } => $"Sending {Format.Count(count, "certificate")} again.",
        });
        return TypedResults.Redirect(context.Url($"/clients/{id}/distributions/{distribution}"));
    }

    private static async Task<ApiResult<DistributionProgress>> ProgressOfAsync(
        Guid client, Guid id, string? cursor, CertificateApi certificates, DeliveryApi deliveries,
        CancellationToken cancellationToken)
    {
        var distribution = await certificates.DistributionAsync(id, cancellationToken);
        if (distribution.Refused || distribution.Value.ClientId != client)
        {
            return new ApiResult<DistributionProgress>(
                distribution.Problem ?? new ApiProblem { Status = StatusCodes.Status404NotFound });
        }

        var failed = distribution.Value.Failed == 0
            ? new Page<Delivery>([], Next: null)
            : (await deliveries.OfDistributionAsync(id, "failed", cursor, cancellationToken)).Value;
        // What is sent once more after the end changes the numbers again.
        var queued = distribution.Value.HasEnded && distribution.Value.Failed > 0
            && (await deliveries.OfDistributionAsync(id, "pending", cursor: null, cancellationToken))
                .Value is { Items.Count: > 0 };
        return new ApiResult<DistributionProgress>(new DistributionProgress(distribution.Value, failed, queued));
    }
}
