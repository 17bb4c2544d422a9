using System.Globalization;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Certificates.Domain.Shares;
using Portal.Certificates.Storage;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Persistence.Inbox;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Features.Holders.ImportHolders;

/// <summary>
/// Adds and updates the shares of one client. Rows that name the same holder are one; the later row says how it
/// stands, so that the same file a second time changes nothing. A command that comes twice is carried out once.
/// </summary>
internal sealed class ImportHoldersConsumer(CertificateDb db, AgencyScope scope) : IConsumer<ImportHoldersCommand>
{
    public async Task Consume(ConsumeContext<ImportHoldersCommand> context)
    {
        var command = context.Message;
        scope.BindTo(command.AgencyId);
        var cancellationToken = context.CancellationToken;
        var key = string.Create(CultureInfo.InvariantCulture, $"{command.ImportId}:{command.Batch}");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.TryRegisterAsync(nameof(ImportHoldersCommand), key, cancellationToken))
        {
            return;
        }

        var counts = new ImportCounts();
        var existing = await SharesOfAsync(command, cancellationToken);
        foreach (var rows in command.Rows.GroupBy(row => HolderIdentity.KeyOf(row.Details())))
        {
            Apply(command, existing.GetValueOrDefault(rows.Key), [.. rows], counts);
        }

        db.Enqueue(
            new HoldersImported
            {
                ImportId = command.ImportId,
                Batch = command.Batch,
                Added = counts.Added,
                Updated = counts.Updated,
                Unchanged = counts.Unchanged,
                Problems = [],
            },
            $"import:{command.ImportId}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // A dry run works on shares that nobody tracks, so that nothing of it can be saved.
    private async Task<Dictionary<string, Share>> SharesOfAsync(
        ImportHoldersCommand command, CancellationToken cancellationToken) =>
        await db.Shares
            .AsTracking(command.DryRun ? QueryTrackingBehavior.NoTracking : QueryTrackingBehavior.TrackAll)
            .Where(share => share.AccountId == command.AccountId)
            .ToDictionaryAsync(share => share.HolderKey, cancellationToken);

    private void Apply(ImportHoldersCommand command, Share? share, HolderRow[] rows, ImportCounts counts)
    {
        var last = rows[^1];
        var (holder, terms) = (last.Details(), last.Terms());
        if (share is null)
        {
            if (command is { DryRun: false, AccountId: { } account })
            {
                db.Shares.Add(Share.Open(command.AgencyId, account, holder, terms));
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
