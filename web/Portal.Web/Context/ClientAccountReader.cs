using Portal.Web.Api;
using Portal.Web.Api.Accounts;

namespace Portal.Web.Context;

/// <summary>
/// The client that a page is about. The agency's people ask Identity for it; whoever stepped in may not, and has it in
/// the session: the one account that is open, and no other.
/// </summary>
internal sealed class ClientAccountReader(AccountApi accounts, PageContext context)
{
    public async Task<ApiResult<Account>> GetAsync(Guid id, CancellationToken cancellationToken) => context switch
    {
        { Delegation: null } => await accounts.GetAsync(id, cancellationToken),
        { Session.Client: { } open } when open.Id == id =>
            new ApiResult<Account>(new Account(open.Id, open.Ref, open.LegalName, Dba: null)),
        _ => new ApiResult<Account>(new ApiProblem { Status = StatusCodes.Status404NotFound }),
    };
}
