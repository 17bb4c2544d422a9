using Portal.Insurance;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Accounts;

/// <summary>A client of an agency. One company is insured and requestor in one account.</summary>
internal sealed class Account : IOwnedByAgency<Guid>
{
    private Account()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AgencyId { get; private init; }

    /// <summary>The agency's own key for the client; unique within the agency.</summary>
    public string ClientRef { get; private init; } = "";

    public AccountDetails Details { get; private set; } = null!;

    /// <summary>E-mail address of the primary contact as sign-in compares it.</summary>
    public string PrimaryEmail { get; private set; } = "";

    /// <summary>Whether the agency may step into the account.</summary>
    public Consent Consent { get; private set; } = null!;

    /// <summary>Grows with each change, from 1.</summary>
    public long Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Legal name in lower case, by which lists are sorted.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What a search looks through, folded.</summary>
    public string SearchText { get; private set; } = "";

    public static Account Open(Guid agencyId, string clientRef, AccountDetails details, DateTimeOffset now)
    {
        var account = new Account { AgencyId = agencyId, ClientRef = clientRef };
        account.Consent = Consent.ByDefault(now);
        account.TakeOver(details, now);
        return account;
    }

    /// <summary>Takes over what is said of the client now; false when it is what is known already.</summary>
    public bool Describe(AccountDetails details, DateTimeOffset now)
    {
        if (details == Details)
        {
            return false;
        }

        TakeOver(details, now);
        return true;
    }

    /// <summary>
    /// Whether codes would go elsewhere if this were the primary contact. By the letter: to sign-in two spellings are
    /// one address, to the mail server they need not be (RFC 5321, section 2.4).
    /// </summary>
    public bool IsAnotherWayIn(Contact contact) =>
        (contact.Email, contact.Mobile) != (Details.PrimaryContact.Email, Details.PrimaryContact.Mobile);

    /// <summary>The contact with the address as it is on record, where it is the same to sign-in.</summary>
    public Contact Respelled(Contact contact) =>
        Comparable(contact.Email) == PrimaryEmail ? contact with { Email = Details.PrimaryContact.Email } : contact;

    /// <summary>Takes over what the client says of stepping in; false when that stands already.</summary>
    public bool Decide(bool consents, string by, DateTimeOffset now)
    {
        if (consents == Consent.Given)
        {
            return false;
        }

        Consent = Consent with { Given = consents, ChangedAt = now, ChangedBy = by };
        return true;
    }

    /// <summary>Notes that the agency asks to be let in.</summary>
    public void AskConsent(DateTimeOffset now) => Consent = Consent with { AskedAt = now };

    /// <summary>
    /// An e-mail address as sign-in compares it. Accents count: the mailbox without them is somebody else's.
    /// </summary>
    public static string Comparable(string email) => email.Trim().ToLowerInvariant();

    private void TakeOver(AccountDetails details, DateTimeOffset now)
    {
        (Details, Version, ChangedAt) = (details, Version + 1, now);
        PrimaryEmail = Comparable(details.PrimaryContact.Email);
        SortName = details.LegalName.Trim().ToLowerInvariant();
        SearchText = TextFolding.Fold(
            $"{ClientRef}\n{details.LegalName}\n{details.Dba}\n{details.PrimaryContact.Name}\n{details.PrimaryContact.Email}");
    }
}
