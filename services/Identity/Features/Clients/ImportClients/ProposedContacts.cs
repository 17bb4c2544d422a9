using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Commands;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Storage;

namespace Portal.Identity.Features.Clients.ImportClients;

/// <summary>
/// Keeps what a file says of known clients' primary contacts from changing where codes go, and proposes it instead.
/// </summary>
internal sealed class ProposedContacts(IdentityDb db, TimeProvider time)
{
    /// <summary>
    /// What of a row is taken over at once: all of it, but for a contact who would be another way in, and for another
    /// spelling of the address.
    /// </summary>
    public static AccountDetails Taken(Account account, AccountDetails details)
    {
        var contact = account.Respelled(details.PrimaryContact);
        return details with
        {
            PrimaryContact = account.IsAnotherWayIn(contact) ? account.Details.PrimaryContact : contact,
        };
    }

    /// <summary>
    /// The contacts in a command that are another way in to a client that is known before it is carried out.
    /// </summary>
    public static IReadOnlyList<ProposedContact> Of(
        IReadOnlyList<ClientRows> clients, IReadOnlyDictionary<string, Account> accounts) =>
    [
        .. from client in clients
           where accounts.ContainsKey(client.ClientRef)
           let account = accounts[client.ClientRef]
           let contact = account.Respelled(client.Details.PrimaryContact)
           where account.IsAnotherWayIn(contact)
           select new ProposedContact(account, contact, client.Line),
    ];

    /// <summary>Clients to which a command proposes something that was not proposed before; changes nothing.</summary>
    public async Task<IReadOnlySet<Guid>> NewsAsync(
        IReadOnlyList<ProposedContact> contacts, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(
            contacts.Select(one => one.Account.Id), db.ContactProposals.AsNoTracking(), cancellationToken);
        return contacts.Where(one => known.GetValueOrDefault(one.Account.Id)?.Contact != one.Contact)
            .Select(one => one.Account.Id).ToHashSet();
    }

    /// <summary>
    /// Proposes a command's contacts, and takes back what was proposed to clients of whom the file now says what
    /// stands.
    /// To be called in the command's transaction; the caller saves.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="contacts">What it proposes.</param>
    /// <param name="accounts">The known clients that it names.</param>
    /// <param name="actor">Who sent the file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Clients to which something was proposed that was not before.</returns>
    public async Task<IReadOnlySet<Guid>> PutAsync(
        ImportClientsCommand command,
        IReadOnlyList<ProposedContact> contacts,
        IEnumerable<Account> accounts,
        AuditActor actor,
        CancellationToken cancellationToken)
    {
        foreach (var id in contacts.Select(one => one.Account.Id).Order())
        {
            await db.TakeClientTurnAsync(id, cancellationToken);
        }

        var known = await KnownAsync(accounts.Select(account => account.Id), db.ContactProposals, cancellationToken);
        var news = contacts.Where(contact => Put(contact, known, command, actor)).Select(contact => contact.Account.Id)
            .ToHashSet();
        var proposed = contacts.Select(contact => contact.Account.Id).ToHashSet();
        db.ContactProposals.RemoveRange(known.Values.Where(one => !proposed.Contains(one.AccountId)));
        return news;
    }

    private bool Put(
        ProposedContact proposed,
        Dictionary<Guid, ContactProposal> known,
        ImportClientsCommand command,
        AuditActor actor)
    {
        var (account, now, by) = (proposed.Account, time.GetUtcNow(), actor.Name ?? actor.Id ?? "");
        if (!known.TryGetValue(account.Id, out var proposal))
        {
            db.ContactProposals.Add(ContactProposal.For(account, proposed.Contact, command.ImportId, by, now));
        }
        else if (!proposal.Propose(proposed.Contact, command.ImportId, by, now))
        {
            return false;
        }

        db.Record(actor.Did(AuditActions.ContactProposed, Contact.PrimaryId, account.AgencyId, account.Id, now) with
        {
            Detail = $"{proposed.Contact.Name}, {Mask.Email(proposed.Contact.Email)}",
        });
        return true;
    }

    private static Task<Dictionary<Guid, ContactProposal>> KnownAsync(
        IEnumerable<Guid> accounts, IQueryable<ContactProposal> proposals, CancellationToken cancellationToken)
    {
        var ids = accounts.ToList();
        return proposals.Where(one => ids.Contains(one.AccountId))
            .ToDictionaryAsync(one => one.AccountId, cancellationToken);
    }
}
