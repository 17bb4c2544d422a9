using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Components.Frame;
using Portal.Web.Formats;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Deliveries;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Distributions;

/// <summary>Watching certificates go out, and sending once more what failed.</summary>
internal static class DistributionEndpoints
{
    private const string NotFailed = "delivery-not-failed";

    public static void MapDistributions(this IEndpointRouteBuilder routes)
    {
        var page = routes.MapGroup("/clients/{id:guid}/distributions/{distribution:guid}").RequireScope(Scopes.DistributionsRead).DisableAntiforgery();
        page.MapGet("", GetAsync);
        page.MapGet("/progress", ProgressAsync);
        page.MapPost("/retries", RetryAsync).RequireScope(Scopes.DeliveriesWrite);
        page.MapPost("/retries/all", RetryAllAsync).RequireScope(Scopes.DeliveriesWrite);
    }

    private static async Task<IResult> GetAsync(
        Guid id,
        Guid distribution,
        string? cursor,
        OpenClient clients,
        CertificateClient certificates,
        DeliveryClient deliveries,
        CancellationToken cancellationToken)
    {
        var (account, watched) = await Both.Of(
            clients.GetAsync(id, cancellationToken), WatchedAsync(id, distribution, cursor, certificates, deliveries, cancellationToken));
        return (account.Refusal ?? watched.Refusal) is { } refusal
            ? refusal.ToPage()
            : Page.Of<DistributionPage>(new { Account = account.Value, Watched = watched.Value });
    }

    /// <summary>
    /// The part of the page that changes. Once the distribution has ended, and its stream with it, it takes the place of what
    /// asked for it: what is sent once more after that is asked for every while.
    /// </summary>
    private static async Task<IResult> ProgressAsync(
        Guid id,
        Guid distribution,
        string? cursor,
        HttpResponse response,
        CertificateClient certificates,
        DeliveryClient deliveries,
        CancellationToken cancellationToken)
    {
        var watched = await WatchedAsync(id, distribution, cursor, certificates, deliveries, cancellationToken);
        if (watched.Refused)
        {
            return watched.Refusal.ToPage();
        }

        if (watched.Value.Distribution.HasEnded)
        {
            response.Headers["HX-Reswap"] = "outerHTML";
            response.Headers["HX-Retarget"] = "#run";
            return Page.Of<RunPart>(new { Watched = watched.Value, IsSaid = watched.Value.IsOver });
        }

        return Page.Of<ProgressPart>(new { Watched = watched.Value });
    }

    private static async Task<IResult> RetryAsync(
        Guid id, Guid distribution, [FromForm] Guid delivery, DeliveryClient deliveries, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var retried = await deliveries.RetryAsync(delivery, cancellationToken);
        if (retried.Refused && retried.Refusal.Code != NotFailed)
        {
            return retried.Refusal.ToPage();
        }

        ToastCookie.Leave(http, retried.Refused ? "It is being sent already." : $"Sending again to {retried.Value.Holder.Name}.");
        return TypedResults.Redirect(visit.Url($"/clients/{id}/distributions/{distribution}"));
    }

    private static async Task<IResult> RetryAllAsync(
        Guid id, Guid distribution, DeliveryClient deliveries, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var retried = await deliveries.RetryAllAsync(distribution, cancellationToken);
        if (retried.Refused && retried.Refusal.Code != NotFailed)
        {
            return retried.Refusal.ToPage();
        }

        ToastCookie.Leave(http, retried switch
        {
            { Refused: true } => "Somebody else sent some of them again at this moment. Press once more for the others.",
            { Value.Retried: 0 } => "All of them are being sent already.",
            { Value.Retried: var count } => $"Sending {Show.Count(count, "certificate")} again.",
        });
        return TypedResults.Redirect(visit.Url($"/clients/{id}/distributions/{distribution}"));
    }

    private static async Task<Answer<Watched>> WatchedAsync(
        Guid client, Guid id, string? cursor, CertificateClient certificates, DeliveryClient deliveries, CancellationToken cancellationToken)
    {
        var distribution = await certificates.DistributionAsync(id, cancellationToken);
        if (distribution.Refused || distribution.Value.ClientId != client)
        {
            return new Answer<Watched>(distribution.Refusal ?? new Refusal { Status = StatusCodes.Status404NotFound });
        }

        var failed = distribution.Value.Failed == 0
            ? new Page<Delivery>([], Next: null)
            : (await deliveries.OfDistributionAsync(id, "failed", cursor, cancellationToken)).Value;
        // What is sent once more after the end changes the numbers again.
        var queued = distribution.Value.HasEnded && distribution.Value.Failed > 0
            && (await deliveries.OfDistributionAsync(id, "pending", cursor: null, cancellationToken)).Value is { Items.Count: > 0 };
        return new Answer<Watched>(new Watched(distribution.Value, failed, queued));
    }
}
