using Portal.Identity.Domain.Audit;
using Portal.Insurance;

namespace Portal.Identity.Features.SearchAudit;

/// <summary>Narrows the trail to what is searched for.</summary>
internal static class EntryQuery
{
    public static IQueryable<AuditEntry> Matching(this IQueryable<AuditEntry> entries, EntrySearch search)
    {
        if (search.Client is { } account)
        {
            entries = entries.Where(one => one.AccountId == account);
        }

        if (search.Delegation is { } delegation)
        {
            entries = entries.Where(one => one.DelegationId == delegation);
        }

        if (!string.IsNullOrEmpty(search.Actor))
        {
            entries = entries.Where(one => one.ActorId == search.Actor);
        }

        if (!string.IsNullOrEmpty(search.Action))
        {
            entries = entries.Where(one => one.Action.StartsWith(search.Action));
        }

        if (search.From?.ToUniversalTime() is { } from)
        {
            entries = entries.Where(one => one.At >= from);
        }

        if (search.To?.ToUniversalTime() is { } to)
        {
            entries = entries.Where(one => one.At < to);
        }

        return string.IsNullOrWhiteSpace(search.Text) ? entries : entries.Containing(TextFolding.Fold(search.Text.Trim()));
    }

    private static IQueryable<AuditEntry> Containing(this IQueryable<AuditEntry> entries, string text) =>
        entries.Where(one => one.SearchText.Contains(text));
}
