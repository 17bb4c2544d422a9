using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Contracts.Identity;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Auditing;

/// <summary>Reads out of a request what the audit trail wants to know of it.</summary>
internal static class RecordedRequest
{
    private static readonly object ActionIdKey = new();

    /// <summary>Key under which a request keeps the client that a handler named.</summary>
    public static object ConcernedKey { get; } = new();

    /// <summary>
    /// Whether a person or a partner asks for something to be changed; services follow what those did.
    /// </summary>
    public static bool IsAct(HttpContext http) =>
        http.Request.IsUnsafe()
        && http.User.Identity is { IsAuthenticated: true }
        && http.User.AgencyId() != Guid.Empty
        && !http.User.IsInRole(Roles.Service);

    public static ActionRecorded ActionOf(HttpContext http, string service, DateTimeOffset now)
    {
        var (caller, actor) = (http.User, http.User.Actor());
        return new ActionRecorded
        {
            ActionId = ActionIdOf(http),
            AgencyId = caller.AgencyId(),
            AccountId = AccountOf(http),
            ActorId = actor.Id,
            ActorRole = actor.Role ?? "",
            ActorName = actor.Name,
            OnBehalfOf = caller.DelegationId() is null ? null : caller.Subject(),
            DelegationId = caller.DelegationId(),
            SessionId = caller.SessionId(),
            Action = $"{service}.{NameOf(http)}",
            Target = http.Request.Path.Value ?? "",
            From = http.CallerAddress()?.ToString(),
            OccurredAt = now,
        };
    }

    // Neither a handler nor an address can override the account that the token is bounded to.
    private static Guid? AccountOf(HttpContext http) => http.User.AccountId() ?? ConcernedBy(http);

    private static Guid? ConcernedBy(
        HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ConcernedClient>() switch
        {
            ConcernedClient.InAddress(var name) =>
                Guid.Parse((string)http.GetRouteValue(name)!, CultureInfo.InvariantCulture),
            ConcernedClient.NamedByHandler => http.Items[ConcernedKey] as Guid?
                ?? throw new InvalidOperationException(
                    $"{NameOf(http)} saves before its handler said with Concerns whose data it changes."),
            ConcernedClient.None => null,
            _ => throw new InvalidOperationException(
                $"{NameOf(http)} changes data, but its route does not say of which client: ConcernsClientInAddress, "
                + "ConcernsClientNamedByHandler or ConcernsNoClient."),
        };

    // A new one is made with the first attempt to save, and used again by the next.
    private static Guid ActionIdOf(HttpContext http)
    {
        if (http.Items[ActionIdKey] is Guid known)
        {
            return known;
        }

        var made = Guid.CreateVersion7();
        http.Items[ActionIdKey] = made;
        return made;
    }

    private static string NameOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Method;
}
