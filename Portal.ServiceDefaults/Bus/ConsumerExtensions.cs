using MassTransit;

namespace Portal.ServiceDefaults.Bus;

/// <summary>How a service adds its consumers to <see cref="BusExtensions.AddPortalBus"/>.</summary>
public static class ConsumerExtensions
{
    /// <summary>Adds a consumer with the queue <c>{service}-{consumer}</c>.</summary>
    /// <param name="bus">The service's bus.</param>
    /// <param name="atOnce">Messages that one replica works on at the same time.</param>
    /// <param name="prefetch">
    /// Messages that one replica holds, those it works on included; the broker keeps the others.
    /// </param>
    public static void AddPortalConsumer<TConsumer>(this IBusRegistrationConfigurator bus, int atOnce, int prefetch)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>().Endpoint(endpoint =>
        {
            endpoint.ConcurrentMessageLimit = atOnce;
            endpoint.PrefetchCount = prefetch;
        });

    /// <summary>Adds a consumer of batches, one batch at a time, with the queue <c>{service}-{consumer}</c>.</summary>
    /// <param name="bus">The service's bus.</param>
    /// <param name="largest">Most messages of a batch; twice as many are held.</param>
    /// <param name="longestWait">A batch that is not full is taken so long after its first message.</param>
    public static void AddPortalBatchConsumer<TConsumer>(
        this IBusRegistrationConfigurator bus, int largest, TimeSpan longestWait)
        where TConsumer : class, IConsumer =>
        bus.AddConsumer<TConsumer>(consumer => consumer.Options<BatchOptions>(options => options
                .SetMessageLimit(largest)
                .SetTimeLimit(longestWait)
                .SetTimeLimitStart(BatchTimeLimitStart.FromFirst)
                .SetConcurrencyLimit(1)))
            .Endpoint(endpoint => endpoint.PrefetchCount = largest * 2);
}
