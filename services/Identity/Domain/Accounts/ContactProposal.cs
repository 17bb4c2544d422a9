using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Accounts;

/// <summary>
/// A primary contact that a file names for a known client and that would lead codes for its account elsewhere, which no
/// file may do: it waits until somebody who may manage contacts takes it or keeps today's. One at a time a client; one
/// that was not taken is remembered, so that the next file that says the same does not ask again.
/// </summary>
internal sealed class ContactProposal : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    private ContactProposal()
    {
    }

    public Guid AccountId { get; private init; }

    public Guid AgencyId { get; private init; }

    /// <summary>
    /// Names exactly these values: other ones come under another id, so that nobody takes what they did not see.
    /// </summary>
    public Guid Id { get; private set; }

    public Contact Contact { get; private set; } = null!;

    /// <summary>The import that named it.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Name of whoever sent the file, or its id where the token had no name.</summary>
    public string ProposedBy { get; private set; } = "";

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When today's contact was kept instead; null while nobody decided.</summary>
    public DateTimeOffset? DismissedAt { get; private set; }

    /// <summary>Changes with each change of the row.</summary>
    public uint RowVersion { get; private init; }

    public static ContactProposal For(Account account, Contact contact, Guid importId, string by, DateTimeOffset now)
    {
        var proposal = new ContactProposal { AccountId = account.Id, AgencyId = account.AgencyId };
        proposal.Take(contact, importId, by, now);
        return proposal;
    }

    /// <summary>Proposes other values instead; false when these are known, decided on or not.</summary>
    public bool Propose(Contact contact, Guid importId, string by, DateTimeOffset now)
    {
        if (contact == Contact)
        {
            return false;
        }

        Take(contact, importId, by, now);
        return true;
    }

    /// <summary>Keeps today's contact.</summary>
    public void Dismiss(DateTimeOffset now) => DismissedAt = now;

    private void Take(Contact contact, Guid importId, string by, DateTimeOffset now) =>
        (Id, Contact, ImportId, ProposedBy, ProposedAt, DismissedAt)
            = (Guid.CreateVersion7(), contact, importId, by, now, null);
}
