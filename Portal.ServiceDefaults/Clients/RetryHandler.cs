using System.Net;
using Polly;
using Polly.Retry;

namespace Portal.ServiceDefaults.Clients;

/// <summary>
/// Repeats a call that may be made twice (RFC 9110, section 9.2.2) when the service did not answer, answered too late,
/// or said that it can't at the moment.
/// </summary>
internal sealed class RetryHandler(TimeProvider time) : DelegatingHandler
{
    /// <summary>Marks a request that may be repeated although its method does not say so.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("Portal.Repeatable");

    private const int MaxRetries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline =
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MaxRetries,
                Delay = FirstDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is HttpRequestException
                    || (arguments.Outcome.Result is { } response && IsTransient(response.StatusCode))),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    /// <summary>Whether an answer says that the service can't at the moment.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        MayRepeat(request)
            ? await _pipeline.ExecuteAsync(async attempt => await base.SendAsync(request, attempt), cancellationToken)
            : await base.SendAsync(request, cancellationToken);

    private static bool MayRepeat(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put
        || request.Method == HttpMethod.Delete || request.Method == HttpMethod.Options
        || (request.Options.TryGetValue(Repeatable, out var repeatable) && repeatable);
}
