using System.Security.Claims;
using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Storage;

/// <summary>Who records an event.</summary>
/// <param name="Id">Person, or partner application.</param>
/// <param name="Name">Its name, where the token has one.</param>
/// <param name="Role">Its role, as far as the token says.</param>
/// <param name="OnBehalfOf">Whose rights it uses; null where its own.</param>
internal sealed record EventAuthor(string Id, string? Name, string? Role, string? OnBehalfOf)
{
    /// <summary>Nobody: a day came.</summary>
    public static EventAuthor Clock { get; } = new("", Name: null, Role: null, OnBehalfOf: null);

    public static EventAuthor Of(ClaimsPrincipal caller)
    {
        var actor = caller.Actor();
        return new EventAuthor(
            actor.Id, actor.Name, actor.Role, actor.Id == caller.Subject() ? null : caller.Subject());
    }

    public static EventAuthor Of(ImportRequester requester) =>
        new(requester.Id, requester.Name, requester.Role, OnBehalfOf: null);
}
