using Portal.ServiceDefaults.Paging;

namespace Portal.Web.Api.Deliveries;

/// <summary>Notification's mails that carry certificates.</summary>
internal sealed class DeliveryApi(HttpClient notification)
{
    /// <summary>Deliveries of a distribution that stand so.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="status">pending, delivered or failed.</param>
    /// <param name="cursor">Place after which the page begins; null for the first.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public Task<ApiResult<Page<Delivery>>> OfDistributionAsync(
        Guid distribution, string status, string? cursor, CancellationToken cancellationToken) =>
        notification.ReadAsync<Page<Delivery>>(
            Query.Of(
                "/api/v1/deliveries",
                ("distribution", distribution),
                ("status", status),
                ("cursor", cursor)), cancellationToken);

    /// <summary>Sends what failed once more.</summary>
    public Task<ApiResult<Delivery>> RetryAsync(Guid delivery, CancellationToken cancellationToken) =>
        notification.AskAsync<Delivery>(
            HttpMethod.Post, $"/api/v1/deliveries/{delivery}/retries", body: null, cancellationToken);

    /// <summary>Sends all that failed of a distribution once more.</summary>
    public Task<ApiResult<RetriedDeliveries>> RetryAllAsync(Guid distribution, CancellationToken cancellationToken) =>
        notification.AskAsync<RetriedDeliveries>(
            HttpMethod.Post, Query.Of(
                "/api/v1/deliveries/retries", ("distribution", distribution)), body: null, cancellationToken);
}
