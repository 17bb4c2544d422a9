using Portal.Web.Visits;

namespace Portal.Web.Services.Accounts;

/// <summary>
/// The client that a page is about. The agency's people ask Identity for it; whoever stepped in may not, and has it in the
/// session: the one account that is open, and no other.
/// </summary>
internal sealed class OpenClient(AccountClient accounts, Visit visit)
{
    public async Task<Answer<Account>> GetAsync(Guid id, CancellationToken cancellationToken) => visit switch
    {
        { Delegation: null } => await accounts.GetAsync(id, cancellationToken),
        { Session.Client: { } open } when open.Id == id => new Answer<Account>(new Account(open.Id, open.Ref, open.LegalName, Dba: null)),
        _ => new Answer<Account>(new Refusal { Status = StatusCodes.Status404NotFound }),
    };
}
