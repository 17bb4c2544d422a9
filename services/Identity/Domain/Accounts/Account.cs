namespace Portal.Identity.Domain.Accounts;

/// <summary>A client of an agency. One company is insured and requestor in one account.</summary>
internal sealed class Account
{
    private Account()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AgencyId { get; private init; }

    /// <summary>The agency's own key for the client; unique within the agency.</summary>
    public string ClientRef { get; private init; } = "";

    public AccountDetails Details { get; private set; } = null!;

    /// <summary>Grows with each change, from 1.</summary>
    public long Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Legal name in lower case, by which lists are sorted.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>What a search looks through, in lower case.</summary>
    public string SearchText { get; private set; } = "";

    public static Account Open(Guid agencyId, string clientRef, AccountDetails details, DateTimeOffset now)
    {
        var account = new Account { AgencyId = agencyId, ClientRef = clientRef };
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

    /// <summary>The text to compare a search with, as <see cref="SearchText"/> is written.</summary>
    public static string Searchable(string text) => text.Trim().ToLowerInvariant();

    private void TakeOver(AccountDetails details, DateTimeOffset now)
    {
        (Details, Version, ChangedAt) = (details, Version + 1, now);
        SortName = Searchable(details.LegalName);
        SearchText = Searchable(
            $"{ClientRef}\n{details.LegalName}\n{details.Dba}\n{details.PrimaryContact.Name}\n{details.PrimaryContact.Email}");
    }
}
