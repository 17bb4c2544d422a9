using System.Security.Claims;
using System.Text.Json;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api.Sessions;

namespace Portal.Web.Context;

/// <summary>
/// One request for a page: who looks at it, for whom, and from where its addresses begin. Components inject it instead
/// of reading claims.
/// </summary>
internal sealed class PageContext(IHttpContextAccessor accessor)
{
    private readonly HttpContext _http = accessor.HttpContext
        ?? throw new InvalidOperationException("A page context exists only while a request is answered.");

    /// <summary>The session as Identity tells it; null where nobody has signed in.</summary>
    public Session? Session { get; set; }

    /// <summary>The role that the token names.</summary>
    public Role Role =>
        Enum.TryParse<Role>(Claim(PortalClaims.Role), ignoreCase: true, out var role) ? role : Role.Nobody;

    public bool IsSignedIn => _http.User.Identity is { IsAuthenticated: true };

    /// <summary>Whether somebody of the agency looks at the agency's own pages.</summary>
    public bool IsStaff => Role is Role.Admin or Role.Agent or Role.Assistant;

    /// <summary>Name of the person, or of the client that somebody acts for.</summary>
    public string Name => Session?.Person.Name ?? Claim(PortalClaims.Name) ?? "";

    /// <summary>The account that the request is bound to; null for staff in their own pages.</summary>
    public Guid? Account => _http.User.AccountId();

    /// <summary>
    /// The delegation by which somebody of the agency acts in a client's account; null where nobody does.
    /// </summary>
    public Guid? Delegation => _http.User.DelegationId();

    /// <summary>
    /// Whether whoever acts for the client may only look; pages then show no control that would be refused.
    /// </summary>
    public bool MayOnlyView => _http.User.MayOnlyView();

    /// <summary>Who acts for the client; null where nobody does.</summary>
    public string? ActorName => Claim(PortalClaims.Actor) is { } actor
        && JsonDocument.Parse(actor).RootElement.TryGetProperty("name", out var name) ? name.GetString() : null;

    /// <summary>Path of the page, without the base, with its query.</summary>
    public string Here => _http.Request.Path + _http.Request.QueryString;

    /// <summary>The path where the person's own pages begin.</summary>
    public string Home => Role switch
    {
        Role.Nobody => "/sign-in",
        Role.Insured => $"/a/{Account}",
        _ => "/clients",
    };

    /// <summary>Whether the token allows it; pages ask this before they show a control.</summary>
    public bool May(string scope) =>
        _http.User.HasScope(scope) && !(MayOnlyView && scope.EndsWith(".write", StringComparison.Ordinal));

    /// <summary>
    /// The address of a path of the portal, below /as/ where the request is. Every link and form uses it.
    /// </summary>
    public string Url(string path) => _http.Request.PathBase + path;

    /// <summary>The address of a client's first page: the agency's own, or below /as/ the client's.</summary>
    public string ClientUrl(Guid client) => Url(Delegation is null ? $"/clients/{client}" : $"/a/{client}");

    private string? Claim(string name) => _http.User.FindFirstValue(name);
}
