using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Commands;
using Portal.Contracts.Identity;
using Portal.Contracts.Imports;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit;
using Portal.Identity.Storage;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Features.Clients.ImportClients;

/// <summary>
/// Adds and updates accounts from a file's rows, and answers <see cref="ClientsImported"/>. Two commands at once that
/// meet on a client break on its unique reference or its version; the bus delivers the loser again, which then finds
/// the client. What would lead a known client's codes elsewhere is not taken over but proposed.
/// </summary>
internal sealed class ImportClientsConsumer(
    IdentityDb db, AgencyScope agency, ProposedContacts proposed, TimeProvider time)
    : IConsumer<ImportClientsCommand>
{
    public async Task Consume(ConsumeContext<ImportClientsCommand> context)
    {
        var command = context.Message;
        agency.BindTo(command.AgencyId);
        var clients = ClientRows.Fold(command.Rows);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var references = clients.Select(client => client.ClientRef).ToList();
        var accounts = await db.Accounts.Where(account => references.Contains(account.ClientRef))
            .ToDictionaryAsync(account => account.ClientRef, StringComparer.Ordinal, context.CancellationToken);

        var proposals = ProposedContacts.Of(clients, accounts);
        var outcome = await db.ImportOutcomes.FindAsync([command.ImportId, command.Batch], context.CancellationToken);
        if (outcome is null)
        {
            var actor = await ActorAsync(command.Requester, context.CancellationToken);
            var news = command.DryRun
                ? await proposed.NewsAsync(proposals, context.CancellationToken)
                : await proposed.PutAsync(command, proposals, accounts.Values, actor, context.CancellationToken);
            outcome = CarryOut(command, clients, accounts, news, actor);
            db.ImportOutcomes.Add(outcome);
        }

        db.Enqueue(AnswerOf(outcome, accounts.Values, proposals), $"import:{command.ImportId}");
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }

    private ImportOutcome CarryOut(
        ImportClientsCommand command,
        IReadOnlyList<ClientRows> clients,
        Dictionary<string, Account> accounts,
        IReadOnlySet<Guid> newlyProposed,
        AuditActor actor)
    {
        var now = time.GetUtcNow();
        var tally = new ImportTally();
        foreach (var client in clients)
        {
            if (!accounts.TryGetValue(client.ClientRef, out var account))
            {
                tally.CountAdded(client);
                if (!command.DryRun)
                {
                    account = Account.Open(command.AgencyId, client.ClientRef, client.Details, now);
                    accounts.Add(client.ClientRef, account);
                    db.Accounts.Add(account);
                    Publish(account);
                }

                continue;
            }

            var details = ProposedContacts.Taken(account, client.Details);
            if (account.Details == details && !newlyProposed.Contains(account.Id))
            {
                tally.CountUnchanged(client);
                continue;
            }

            tally.CountUpdated(client);
            if (!command.DryRun && account.Details != details)
            {
                Describe(account, details, actor, now);
                Publish(account);
            }
        }

        return new ImportOutcome
        {
            ImportId = command.ImportId,
            Batch = command.Batch,
            Added = tally.Added,
            Updated = tally.Updated,
            Unchanged = tally.Unchanged,
            At = now,
        };
    }

    // A partner's token has no name; its client has.
    private async Task<AuditActor> ActorAsync(Requester requester, CancellationToken cancellationToken) =>
        requester.ToActor() with
        {
            Name = requester.Name
                ?? await db.Applications.Where(one => one.Id == requester.Id).Select(one => one.Name)
                    .SingleOrDefaultAsync(cancellationToken),
        };

    private void Describe(Account account, AccountDetails details, AuditActor actor, DateTimeOffset now)
    {
        var isContact = account.Details.PrimaryContact != details.PrimaryContact;
        account.Describe(details, now);
        db.Record(isContact
            ? actor.Did(
                AuditActions.ContactChanged,
                Contact.PrimaryId,
                account.AgencyId,
                account.Id,
                now) with
            { Detail = $"{details.PrimaryContact.Name}: name" }
            : actor.Did(AuditActions.ClientChanged, account.Id.ToString(), account.AgencyId, account.Id, now));
    }

    private void Publish(Account account) => db.Enqueue(AccountMessages.Changed(account), $"account:{account.Id}");

    private static ClientsImported AnswerOf(
        ImportOutcome outcome, IEnumerable<Account> accounts, IReadOnlyList<ProposedContact> proposals) =>
        new()
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
            Proposals = [.. proposals.Select(one => one.ToProblem())],
        };
}
