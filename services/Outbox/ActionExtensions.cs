using Microsoft.AspNetCore.Http;
using Portal.Outbox.Actions;

namespace Portal.Outbox;

/// <summary>What a handler adds to the record of what was done.</summary>
public static class ActionExtensions
{
    /// <summary>
    /// Says whose data the request changes, where its address does not: the client then finds the act in its own part of
    /// the audit trail. A caller who is bounded to an account always acts on that one.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="accountId">The client, as stored with what is changed.</param>
    public static void Concerns(this HttpContext http, Guid accountId) => http.Items[RecordedRequest.ConcernedKey] = accountId;
}
