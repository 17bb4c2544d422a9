using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Features.ImportClients;

/// <summary>
/// Adds and updates accounts from a file's rows, and answers <see cref="ClientsImported"/>. Two orders at once that meet on a
/// client break on its unique reference or its version; the bus delivers the loser again, which then finds the client.
/// </summary>
internal sealed class ImportClientsConsumer(IdentityDb db, AgencyScope agency, ImportedContacts contacts, TimeProvider time)
    : IConsumer<Contracts.ImportClients>
{
    private readonly List<(Account Account, Contact Before)> _reached = [];

    public async Task Consume(ConsumeContext<Contracts.ImportClients> context)
    {
        var order = context.Message;
        agency.BindTo(order.AgencyId);
        var clients = FoldedClient.Fold(order.Rows);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var references = clients.Select(client => client.ClientRef).ToList();
        var accounts = await db.Accounts.Where(account => references.Contains(account.ClientRef))
            .ToDictionaryAsync(account => account.ClientRef, StringComparer.Ordinal, context.CancellationToken);

        var outcome = await db.ImportOutcomes.FindAsync([order.ImportId, order.Batch], context.CancellationToken);
        if (outcome is null)
        {
            outcome = CarryOut(order, clients, accounts);
            db.ImportOutcomes.Add(outcome);
        }

        db.Enqueue(AnswerOf(outcome, accounts.Values), $"import:{order.ImportId}");
        await db.SaveChangesAsync(context.CancellationToken);
        if (_reached.Count > 0)
        {
            await contacts.FollowAsync(_reached, context.CancellationToken);
            await db.SaveChangesAsync(context.CancellationToken);
        }

        await transaction.CommitAsync(context.CancellationToken);
    }

    private ImportOutcome CarryOut(
        Contracts.ImportClients order, IReadOnlyList<FoldedClient> clients, Dictionary<string, Account> accounts)
    {
        var now = time.GetUtcNow();
        var tally = new ImportTally();
        foreach (var client in clients)
        {
            if (!accounts.TryGetValue(client.ClientRef, out var account))
            {
                tally.CountAdded(client);
                if (!order.DryRun)
                {
                    account = Account.Open(order.AgencyId, client.ClientRef, client.Details, now);
                    accounts.Add(client.ClientRef, account);
                    db.Accounts.Add(account);
                    Publish(account);
                }
            }
            else if (account.Details == client.Details)
            {
                tally.CountUnchanged(client);
            }
            else
            {
                tally.CountUpdated(client);
                if (!order.DryRun)
                {
                    Describe(account, client.Details, now);
                    Publish(account);
                }
            }
        }

        return new ImportOutcome
        {
            ImportId = order.ImportId,
            Batch = order.Batch,
            Added = tally.Added,
            Updated = tally.Updated,
            Unchanged = tally.Unchanged,
            At = now,
        };
    }

    private void Describe(Account account, AccountDetails details, DateTimeOffset now)
    {
        var before = account.Details.PrimaryContact;
        account.Describe(details, now);
        if ((before.Email, before.Mobile) != (details.PrimaryContact.Email, details.PrimaryContact.Mobile))
        {
            _reached.Add((account, before));
        }
    }

    private void Publish(Account account) => db.Enqueue(AccountMessages.Changed(account), $"account:{account.Id}");

    private static ClientsImported AnswerOf(ImportOutcome outcome, IEnumerable<Account> accounts) => new()
    {
        ImportId = outcome.ImportId,
        Batch = outcome.Batch,
        Added = outcome.Added,
        Updated = outcome.Updated,
        Unchanged = outcome.Unchanged,
        Clients = [.. accounts.Select(account => new ImportedClient
        {
            ClientRef = account.ClientRef,
            AccountId = account.Id,
            Version = account.Version,
        })],
        Problems = [],
    };
}
