using MassTransit;
using Portal.Contracts.Commands;

namespace Portal.Policies.Tests.Support;

internal sealed class ImportHoldersConsumer(FakeCertificate certificate) : IConsumer<ImportHoldersCommand>
{
    public Task Consume(ConsumeContext<ImportHoldersCommand> context)
    {
        certificate.Orders.Enqueue(context.Message);
        return certificate.Silent ? Task.CompletedTask : context.Publish(certificate.Answer(context.Message));
    }
}
