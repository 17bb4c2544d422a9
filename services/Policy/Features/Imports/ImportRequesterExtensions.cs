using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Policies.Features.Imports;

/// <summary>Who asks for an import.</summary>
internal static class ImportRequesterExtensions
{
    public static ImportRequester ImportRequester(this HttpContext http)
    {
        var actor = http.User.Actor();
        return new ImportRequester
        {
            Id = actor.Id,
            Role = actor.Role ?? "",
            Name = actor.Name,
            SessionId = http.User.SessionId(),
            From = http.CallerAddress()?.ToString(),
        };
    }
}
