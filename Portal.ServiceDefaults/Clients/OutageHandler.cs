using Polly;
using Polly.CircuitBreaker;

namespace Portal.ServiceDefaults.Clients;

/// <summary>
/// Tells an attempt that got no answer in time, or was not made because its replica fails, as every other outage is
/// told: callers know <see cref="HttpRequestException"/> alone.
/// </summary>
internal sealed class OutageHandler(string service) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"A replica of {service} that failed is not asked now.", open);
        }
        catch (ExecutionRejectedException late)
        {
            throw new HttpRequestException(
                HttpRequestError.Unknown, $"A replica of {service} did not answer in time.", late);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, $"A replica of {service} took no connection in time.", late);
        }
    }
}
