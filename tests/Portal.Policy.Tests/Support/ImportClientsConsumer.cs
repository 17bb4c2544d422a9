using MassTransit;
using Portal.Contracts;

namespace Portal.Policies.Tests.Support;

internal sealed class ImportClientsConsumer(FakeIdentity identity) : IConsumer<ImportClients>
{
    public Task Consume(ConsumeContext<ImportClients> context)
    {
        identity.Orders.Enqueue(context.Message);
        return identity.Silent ? Task.CompletedTask : context.Publish(identity.Answer(context.Message));
    }
}
