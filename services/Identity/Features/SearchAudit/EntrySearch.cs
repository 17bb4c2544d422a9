using Microsoft.AspNetCore.Mvc;

namespace Portal.Identity.Features.SearchAudit;

/// <summary>What is searched for; all that is given has to hold.</summary>
internal sealed record EntrySearch
{
    [FromQuery(Name = "client")]
    public Guid? Client { get; init; }

    /// <summary>Id of whoever did it.</summary>
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    /// <summary>Beginning of the action's name, such as <c>contact.</c>.</summary>
    [FromQuery(Name = "action")]
    public string? Action { get; init; }

    /// <summary>Part of the actor's name, of the target or of the detail; case and accents don't matter.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>Instant of the oldest.</summary>
    [FromQuery(Name = "from")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Instant before which the newest lies.</summary>
    [FromQuery(Name = "to")]
    public DateTimeOffset? To { get; init; }

    [FromQuery(Name = "delegation")]
    public Guid? Delegation { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }
}
