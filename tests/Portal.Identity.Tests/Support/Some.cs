using Portal.Contracts.Accounts;
using Portal.Contracts.Commands;
using Portal.Contracts.Identity;
using Portal.Contracts.Imports;

namespace Portal.Identity.Tests.Support;

/// <summary>Orders and rows.</summary>
internal static class Some
{
    private static int _line = 1;

    public static string Ref() => $"C{Guid.CreateVersion7():N}";

    public static ClientRow Row(string reference, string name = "O'Brien Freight LLC") => new()
    {
        Line = Interlocked.Increment(ref _line),
        ClientRef = reference,
        LegalName = name,
        Dba = null,
        Address = new PostalAddress { Street = "9827 Airport Pkwy", City = "Nashville", State = "TN", Zip = "37203" },
        ContactName = "Ximena O'Brien",
        ContactEmail = "ximena@obrienfreight.example",
        ContactMobile = "+15556476059",
    };

    public static ImportClientsCommand Order(Guid agency, params ClientRow[] rows) => new()
    {
        ImportId = Guid.CreateVersion7(),
        AgencyId = agency,
        Batch = 1,
        DryRun = false,
        Requester = new Requester
        {
            Id = "p-some-partner",
            Role = "partner",
            Name = "Some partner",
            From = "203.0.113.7",
        },
        Rows = rows,
    };
}
