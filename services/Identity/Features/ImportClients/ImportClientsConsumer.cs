using MassTransit;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts;
using Portal.Identity.Access;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.ManageContacts;
using Portal.Identity.Storage;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Features.ImportClients;

/// <summary>
/// Adds and updates accounts from a file's rows, and answers <see cref="ClientsImported"/>. Two orders at once that meet on a
/// client break on its unique reference or its version; the bus delivers the loser again, which then finds the client. What
/// would lead a known client's codes elsewhere is not taken over but proposed.
/// </summary>
internal sealed class ImportClientsConsumer(IdentityDb db, AgencyScope agency, ProposedContacts proposed, TimeProvider time)
    : IConsumer<Contracts.ImportClients>
{
    public async Task Consume(ConsumeContext<Contracts.ImportClients> context)
    {
        var order = context.Message;
        agency.BindTo(order.AgencyId);
        var clients = FoldedClient.Fold(order.Rows);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var references = clients.Select(client => client.ClientRef).ToList();
        var accounts = await db.Accounts.Where(account => references.Contains(account.ClientRef))
            .ToDictionaryAsync(account => account.ClientRef, StringComparer.Ordinal, context.CancellationToken);

        var proposals = ProposedContacts.Of(clients, accounts);
        var outcome = await db.ImportOutcomes.FindAsync([order.ImportId, order.Batch], context.CancellationToken);
        if (outcome is null)
        {
            var actor = await ActorAsync(order.Requester, context.CancellationToken);
            var news = order.DryRun
                ? await proposed.NewsAsync(proposals, context.CancellationToken)
                : await proposed.PutAsync(order, proposals, accounts.Values, actor, context.CancellationToken);
            outcome = CarryOut(order, clients, accounts, news, actor);
            db.ImportOutcomes.Add(outcome);
        }

        db.Enqueue(AnswerOf(outcome, accounts.Values, proposals), $"import:{order.ImportId}");
        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }

    private ImportOutcome CarryOut(
        Contracts.ImportClients order,
        IReadOnlyList<FoldedClient> clients,
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
                if (!order.DryRun)
                {
                    account = Account.Open(order.AgencyId, client.ClientRef, client.Details, now);
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
            if (!order.DryRun && account.Details != details)
            {
                Describe(account, details, actor, now);
                Publish(account);
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

    // A partner's token has no name; its client has.
    private async Task<AuditActor> ActorAsync(Requester requester, CancellationToken cancellationToken) =>
        requester.ToActor() with
        {
            Name = requester.Name
                ?? await db.Applications.Where(one => one.Id == requester.Id).Select(one => one.Name).SingleOrDefaultAsync(cancellationToken),
        };

    private void Describe(Account account, AccountDetails details, AuditActor actor, DateTimeOffset now)
    {
        var isContact = account.Details.PrimaryContact != details.PrimaryContact;
        account.Describe(details, now);
        db.Record(isContact
            ? actor.Did(AuditActions.ContactChanged, FurtherContactResponse.Primary, account.AgencyId, account.Id, now) with { Detail = $"{details.PrimaryContact.Name}: name" }
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
