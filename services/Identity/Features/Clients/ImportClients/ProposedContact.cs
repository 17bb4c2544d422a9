using Portal.Contracts.Imports;
using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Features.Clients.ImportClients;

/// <summary>A primary contact in a file that a known client does not have.</summary>
/// <param name="Account">The client.</param>
/// <param name="Contact">What the file says.</param>
/// <param name="Line">Line of the file on which its row begins.</param>
internal sealed record ProposedContact(Account Account, Contact Contact, int Line)
{
    /// <summary>What whoever sent the file is told of it.</summary>
    public ImportProblem ToProblem()
    {
        var isEmail = Account.Comparable(Contact.Email) != Account.PrimaryEmail;
        return new ImportProblem
        {
            File = "clients",
            Line = Line,
            Column = isEmail ? "contact_email" : "contact_mobile",
            Value = isEmail ? Contact.Email : Contact.Mobile ?? "",
            Message = "The client is known, and a file does not change where its sign-in codes go: this waits until "
                + "somebody of the "
                + "agency takes it or keeps today's (Clients, Contacts to confirm). The rest of the row was read.",
        };
    }
}
