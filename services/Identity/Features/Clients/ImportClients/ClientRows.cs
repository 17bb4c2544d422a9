using Portal.Contracts.Imports;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Clients.ImportClients;

/// <summary>All rows of one client in a command as one: the last says how the client is to stand.</summary>
/// <param name="ClientRef">The agency's own key.</param>
/// <param name="Details">What the last row says.</param>
/// <param name="Line">Line of the file on which the last row begins.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Corrections">How many of them say something else than the row before.</param>
internal sealed record ClientRows(string ClientRef, AccountDetails Details, int Line, int Rows, int Corrections)
{
    /// <summary>Folds the rows of each client, in the order in which the clients first appear.</summary>
    public static IReadOnlyList<ClientRows> Fold(IEnumerable<ClientRow> rows) =>
    [
        .. rows.GroupBy(row => row.ClientRef, StringComparer.Ordinal).Select(group =>
        {
            var versions = group.Select(DetailsOf).ToList();
            var corrections = versions.Zip(versions.Skip(1)).Count(pair => pair.First != pair.Second);
            return new ClientRows(group.Key, versions[^1], group.Last().Line, versions.Count, corrections);
        }),
    ];

    private static AccountDetails DetailsOf(ClientRow row) => new()
    {
        LegalName = row.LegalName,
        Dba = row.Dba,
        Address = row.Address,
        PrimaryContact = new Contact { Name = row.ContactName, Email = row.ContactEmail, Mobile = row.ContactMobile },
    };
}
