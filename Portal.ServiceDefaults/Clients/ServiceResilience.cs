using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Portal.ServiceDefaults.Clients;

/// <summary>
/// What a call of another service bears: a replica that dies, hangs or says that it can't at the moment. From outside
/// to inside: repeating, finding a replica, and for each replica by itself a breaker and the time of an attempt.
/// </summary>
internal static class ServiceResilience
{
    /// <summary>
    /// Time in which the answer of an attempt has to begin, where <c>ServiceCalls__AttemptTimeout</c> says nothing.
    /// </summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    private const int MaxRetries = 3;
    private const int FailuresUntilRest = 2;
    private const double ShareUntilRest = 0.5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Short, because where all have failed none is asked until it is over.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>Adds the handlers that repeat a call, find a replica for each attempt, and judge the replica.</summary>
    public static void AddServiceResilience(this IHttpClientBuilder client, string service, TimeSpan attemptTimeout)
    {
        client.AddResilienceHandler("repeat", pipeline => pipeline.AddRetry(Repeat()));
        client.AddHttpMessageHandler(() => new OutageHandler(service));
        client.AddServiceDiscovery();
        client.AddResilienceHandler("replica", (pipeline, context) =>
        {
            // One that has no other beside it, or a proxy in front of several, is asked however often it failed.
            if (context.ServiceProvider.GetRequiredService<IConfiguration>().AddressesOf(service).Skip(1).Any())
            {
                pipeline.AddCircuitBreaker(RestAfterFailures());
            }

            pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = attemptTimeout });
        }).SelectPipelineByAuthority();
    }

    // What was never made goes to the next replica at once, whatever its method.
    private static RetryStrategyOptions<HttpResponseMessage> Repeat() => new()
    {
        MaxRetryAttempts = MaxRetries,
        Delay = FirstDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = attempt => ValueTask.FromResult(
            RepeatableCall.WasNeverMade(attempt.Outcome.Exception)
            || (IsOutage(attempt.Outcome) && attempt.Context.GetRequestMessage() is { } request
                && RepeatableCall.IsOne(request))),
        DelayGenerator = retry => ValueTask.FromResult<TimeSpan?>(
            retry.AttemptNumber == 0 && RepeatableCall.WasNeverMade(retry.Outcome.Exception) ? TimeSpan.Zero : null),
    };

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> RestAfterFailures() => new()
    {
        FailureRatio = ShareUntilRest,
        MinimumThroughput = FailuresUntilRest,
        SamplingDuration = Remembered,
        BreakDuration = Rest,
        ShouldHandle = attempt =>
            ValueTask.FromResult(IsOutage(attempt.Outcome) || IsLate(attempt.Outcome.Exception, attempt.Context)),
    };

    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException
            || (outcome.Result is { } response && RepeatableCall.IsTransient(response.StatusCode));

    // A connection that is not taken in time is told as given up, and so is a call that the caller gives up.
    private static bool IsLate(Exception? failure, ResilienceContext context) =>
        failure is TimeoutRejectedException
        || (failure is OperationCanceledException && !context.CancellationToken.IsCancellationRequested);
}
