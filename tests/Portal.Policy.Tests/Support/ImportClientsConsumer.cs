using MassTransit;
using Portal.Contracts.Commands;

namespace Portal.Policies.Tests.Support;

internal sealed class ImportClientsConsumer(FakeIdentity identity) : IConsumer<ImportClientsCommand>
{
    public Task Consume(ConsumeContext<ImportClientsCommand> context)
    {
        identity.Orders.Enqueue(context.Message);
        return identity.Silent ? Task.CompletedTask : context.Publish(identity.Answer(context.Message));
    }
}
