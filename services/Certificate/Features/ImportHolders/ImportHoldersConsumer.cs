using System.Globalization;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain;
using Portal.Certificates.Storage;
using Portal.Contracts;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;
using Order = Portal.Contracts.ImportHolders;

namespace Portal.Certificates.Features.ImportHolders;

/// <summary>
/// Adds and updates the shares of one client. Rows that name the same holder are one; the later row says how it
/// stands, so that the same file a second time changes nothing. An order that comes twice is carried out once.
/// </summary>
internal sealed class ImportHoldersConsumer(CertificateDb db, AgencyScope scope) : IConsumer<Order>
{
    public async Task Consume(ConsumeContext<Order> context)
    {
        var order = context.Message;
        scope.BindTo(order.AgencyId);
        var cancellationToken = context.CancellationToken;
        var key = string.Create(CultureInfo.InvariantCulture, $"{order.ImportId}:{order.Batch}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryRegisterAsync(nameof(ImportHolders), key, cancellationToken))
        {
            return;
        }

        var counts = new ImportCounts();
        var existing = await SharesOfAsync(order, cancellationToken);
        foreach (var rows in order.Rows.GroupBy(row => HolderIdentity.KeyOf(row.Details())))
        {
            Apply(order, existing.GetValueOrDefault(rows.Key), [.. rows], counts);
        }

        db.Enqueue(
            new HoldersImported
            {
                ImportId = order.ImportId,
                Batch = order.Batch,
                Added = counts.Added,
                Updated = counts.Updated,
                Unchanged = counts.Unchanged,
                Problems = [],
            },
            $"import:{order.ImportId}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // A dry run works on shares that nobody tracks, so that nothing of it can be saved.
    private async Task<Dictionary<string, Share>> SharesOfAsync(Order order, CancellationToken cancellationToken) =>
        await db.Shares
            .AsTracking(order.DryRun ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll)
            .Where(share => share.AccountId == order.AccountId)
            .ToDictionaryAsync(share => share.HolderKey, cancellationToken);

    private void Apply(Order order, Share? share, HolderRow[] rows, ImportCounts counts)
    {
        var last = rows[^1];
        var (holder, terms) = (last.Details(), last.Terms());
        if (share is null)
        {
            if (order is { DryRun: false, AccountId: { } account })
            {
                db.Shares.Add(Share.Open(order.AgencyId, account, holder, terms));
            }

            counts.Added++;
            counts.Unchanged += rows.Length - 1;
        }
        else if (share.Correct(holder, terms))
        {
            counts.Updated++;
            counts.Unchanged += rows.Length - 1;
        }
        else
        {
            counts.Unchanged += rows.Length;
        }
    }
}
