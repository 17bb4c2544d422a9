using MassTransit;
using Portal.Contracts.Certificates;
using Portal.Persistence.Inbox;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence.Tests.Consumers;

/// <summary>Books each event once, whatever the bus delivers.</summary>
internal sealed class BookingConsumer(Ledger db, AgencyScope agency, MessageLog log) : IConsumer<DistributionStarted>
{
    public async Task Consume(ConsumeContext<DistributionStarted> context)
    {
        agency.BindTo(context.Message.AgencyId);
        var key = $"{context.Message.DistributionId}:{context.Message.Total}";
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        if (await db.TryRegisterAsync("booking", key, context.CancellationToken))
        {
            db.Entries.Add(new Entry { AgencyId = context.Message.AgencyId, Text = key });
            await db.SaveChangesAsync(context.CancellationToken);
            await transaction.CommitAsync(context.CancellationToken);
        }

        log.Add(ReceivedMessage.Of(context));
    }
}
