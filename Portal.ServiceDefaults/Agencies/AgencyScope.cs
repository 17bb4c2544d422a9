using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Agencies;

/// <summary>
/// Agency whose rows a scope (a request, or a consumed message) may see; a context's query filters ask it. A request sees
/// what its token says; code without one sees nothing until it says whom it works for.
/// </summary>
public sealed class AgencyScope(IHttpContextAccessor requests)
{
    /// <summary>Name of the query filter, for <c>HasQueryFilter</c>.</summary>
    public const string Filter = "agency";

    private Guid? _bound;

    /// <summary>The agency; the empty id, which no row carries, when nobody said which.</summary>
    public Guid AgencyId => _bound ?? requests.HttpContext?.User.AgencyId() ?? Guid.Empty;

    /// <summary>Whether rows of every agency are seen.</summary>
    public bool IsUnbounded { get; private set; }

    /// <summary>Bounds the scope to the agency that a message names.</summary>
    public void BindTo(Guid agencyId) => (_bound, IsUnbounded) = (agencyId, false);

    /// <summary>Lets the scope see every agency, for work that is nobody's in particular.</summary>
    public void Unbind() => IsUnbounded = true;
}
