using MassTransit;

namespace Portal.Identity.Features.RecordActions;

/// <summary>Acts come one by one, or in thousands when a partner's system works through a list.</summary>
internal sealed class RecordActionsConsumerDefinition : ConsumerDefinition<RecordActionsConsumer>
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RecordActionsConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.PrefetchCount = MostAtOnce * 2;
        consumerConfigurator.Options<BatchOptions>(options => options
            .SetMessageLimit(MostAtOnce).SetTimeLimit(LongestWait).SetTimeLimitStart(BatchTimeLimitStart.FromFirst).SetConcurrencyLimit(1));
    }
}
