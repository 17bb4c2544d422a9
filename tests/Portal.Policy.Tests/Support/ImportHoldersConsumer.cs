using MassTransit;
using Portal.Contracts;

namespace Portal.Policies.Tests.Support;

internal sealed class ImportHoldersConsumer(FakeCertificate certificate) : IConsumer<ImportHolders>
{
    public Task Consume(ConsumeContext<ImportHolders> context)
    {
        certificate.Orders.Enqueue(context.Message);
        return certificate.Silent ? Task.CompletedTask : context.Publish(certificate.Answer(context.Message));
    }
}
