using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.ServiceDefaults.Operations;
using RabbitMQ.Client;

namespace Portal.ServiceDefaults.Bus;

/// <summary>The message bus: MassTransit over RabbitMQ, with what every service's endpoints have in common.</summary>
public static class BusExtensions
{
    private const int ShortRetries = 3;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LastRetry = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Connects to <c>ConnectionStrings__rabbitmq</c>. Each consumer has a quorum queue of its own, named
    /// <c>{service}-{consumer}</c> in kebab case; how much it takes at once is said where it is added.
    /// A message that fails is tried again at once a few times, then after the waits of <c>Bus:Redelivery</c>, and ends
    /// in the queue <c>{service}-{consumer}_error</c> with an error in the log. The host starts only when the bus has.
    /// </summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">Name of the service in lower case, such as <c>policy</c>.</param>
    /// <param name="consumers">
    /// Adds the consumers: <c>bus => bus.AddPortalConsumer&lt;TConsumer&gt;(atOnce: 2, prefetch: 4)</c>.
    /// </param>
    public static IHostApplicationBuilder AddPortalBus(
        this IHostApplicationBuilder builder, string service, Action<IBusRegistrationConfigurator> consumers)
    {
        var settings = builder.Configuration.GetSection("Bus").Get<BusOptions>() ?? new BusOptions();
        var waits = settings.RedeliveryOrDefault;
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RedeliveryQueues>(
            provider, provider.GetRequiredService<IConfiguration>().Broker(), settings));
        var queues = new ServiceQueues();
        builder.Services.AddSingleton(queues);
        builder.Services.AddMetrics();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<QueueMetrics>();
        builder.AddOperations();
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DeadLetters>(
            provider, provider.GetRequiredService<IConfiguration>().Broker()));
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            bus.AddConfigureEndpointsCallback((context, name, endpoint) =>
            {
                queues.Add(name);
                Configure(context, name, endpoint, settings, queues);
            });
            consumers(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                // The log context is static: a second host in one process would log into the first one's, even when
                // that is gone.
                LogContext.ConfigureCurrentLogContext(context.GetRequiredService<ILoggerFactory>());
                Connect(rabbit, context.GetRequiredService<IConfiguration>().Broker());
                rabbit.ConfigureJsonSerializerOptions(options => options.UsePortalConventions());
                rabbit.UseFilter(new RedeliveryFilter(waits));
                rabbit.ConfigureEndpoints(context);
            });
        });

        // After the bus, which has declared the queues by then.
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<QueueWatch>(
            provider, provider.GetRequiredService<IConfiguration>().Broker()));
        return builder;
    }

    private static void Connect(IRabbitMqBusFactoryConfigurator rabbit, ConnectionFactory broker) =>
        rabbit.Host(broker.HostName, (ushort)broker.Port, broker.VirtualHost, host =>
        {
            host.Username(broker.UserName);
            host.Password(broker.Password);
            host.PublisherConfirmation = true;
            if (broker.Ssl.Enabled)
            {
                host.UseSsl(ssl => ssl.ServerName = broker.HostName);
            }
        });

    private static void Configure(
        IRegistrationContext context, string name, IReceiveEndpointConfigurator endpoint, BusOptions settings,
        ServiceQueues queues)
    {
        endpoint.PublishFaults = false;
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.SetQuorumQueue(settings.QueueReplicas);
        }

        var log = context.GetRequiredService<ILoggerFactory>().CreateLogger<ErrorQueueLog>();
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new ErrorQueueLog(name, log));
            error.UseFilter(new DeadLetterNotice<ExceptionReceiveContext>(queues, name + ServiceQueues.ErrorSuffix));
            error.UseFilter(new ErrorTransportFilter());
        });
        endpoint.ConfigureDeadLetter(skipped =>
        {
            skipped.UseFilter(new DeadLetterNotice<ReceiveContext>(queues, name + ServiceQueues.SkippedSuffix));
            skipped.UseFilter(new DeadLetterTransportFilter());
        });
        endpoint.UseScheduledRedelivery(retry => retry.Intervals(settings.RedeliveryOrDefault));
        endpoint.UseMessageRetry(retry => retry.Exponential(ShortRetries, FirstRetry, LastRetry, FirstRetry));
    }
}
