using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Agencies;

/// <summary>
/// Agency, and within it the account, whose rows a scope (a request, or a consumed message) may see; a context's query
/// filters ask it. A request sees what its token says; code without one sees nothing until it says whom it works for.
/// </summary>
public sealed class AgencyScope(IHttpContextAccessor requests)
{
    /// <summary>Name of the query filter by agency, for <c>HasQueryFilter</c>.</summary>
    public const string Filter = "agency";

    /// <summary>
    /// Name of the query filter by account, which stands beside the one by agency on every entity: a row that belongs
    /// to no account is not shown to who is bounded to one.
    /// </summary>
    public const string AccountFilter = "account";

    private Guid? _bound;

    /// <summary>The agency; the empty id, which no row carries, when nobody said which.</summary>
    public Guid AgencyId => _bound ?? requests.HttpContext?.User.AgencyId() ?? Guid.Empty;

    /// <summary>The account that a request is bounded to; null when every account of the agency is seen.</summary>
    public Guid? AccountId => _bound is null ? requests.HttpContext?.User.AccountId() : null;

    /// <summary>
    /// Whose own rows a request bounded to an account sees, whatever account they were written in; null for nobody's.
    /// </summary>
    public Guid? PersonId =>
        _bound is null && Guid.TryParse(requests.HttpContext?.User.FindFirst(PortalClaims.Subject)?.Value, out var id)
            ? id
            : null;

    /// <summary>Whether rows of every agency are seen.</summary>
    public bool IsUnbounded { get; private set; }

    /// <summary>Whether rows are seen whatever account they belong to, and those that belong to none.</summary>
    public bool SeesEveryAccount => IsUnbounded || AccountId is null;

    /// <summary>Bounds the scope to the agency that a message names, and to no account of it.</summary>
    public void BindTo(Guid agencyId) => (_bound, IsUnbounded) = (agencyId, false);

    /// <summary>Lets the scope see every agency, for work that is nobody's in particular.</summary>
    public void Unbind() => IsUnbounded = true;
}
