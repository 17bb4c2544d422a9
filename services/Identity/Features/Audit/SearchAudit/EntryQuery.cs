using Microsoft.AspNetCore.Mvc;
using Portal.Identity.Domain.Audit;
using Portal.Insurance;
using Portal.ServiceDefaults.Paging;

namespace Portal.Identity.Features.Audit.SearchAudit;

/// <summary>What is searched for; all that is given has to hold.</summary>
internal sealed record EntryQuery : PageQuery
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

    /// <summary>The entries that are searched for.</summary>
    public IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries)
    {
        if (Client is { } account)
        {
            entries = entries.Where(one => one.AccountId == account);
        }

        if (Delegation is { } delegation)
        {
            entries = entries.Where(one => one.DelegationId == delegation);
        }

        if (!string.IsNullOrEmpty(Actor))
        {
            entries = entries.Where(one => one.ActorId == Actor);
        }

        if (!string.IsNullOrEmpty(Action))
        {
            entries = entries.Where(one => one.Action.StartsWith(Action));
        }

        if (From?.ToUniversalTime() is { } from)
        {
            entries = entries.Where(one => one.At >= from);
        }

        if (To?.ToUniversalTime() is { } to)
        {
            entries = entries.Where(one => one.At < to);
        }

        if (!string.IsNullOrWhiteSpace(Text))
        {
            var text = TextFolding.Fold(Text.Trim());
            entries = entries.Where(one => one.SearchText.Contains(text));
        }

        return entries;
    }
}
