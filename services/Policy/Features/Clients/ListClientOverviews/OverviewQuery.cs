using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.Clients.ListClientOverviews;

/// <summary>What the list of overviews is narrowed and sorted by, as it stands in the address.</summary>
internal sealed record OverviewQuery : PageQuery
{
    /// <summary>Part of the client's name or reference; case and accents don't matter.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>name, -name, nextRenewal or -nextRenewal.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Only clients with a term that ends before this day.</summary>
    [FromQuery(Name = "renewingBefore")]
    public IsoDate? RenewingBefore { get; init; }

    /// <summary>Only clients with, or without, a policy whose latest term has ended.</summary>
    [FromQuery(Name = "expired")]
    public bool? Expired { get; init; }

    /// <summary>
    /// The rows that are asked for, in their order, after the last one seen; null when the sort is not known.
    /// </summary>
    public IQueryable<OverviewRow>? Of(PolicyDb db, DateOnly today, OverviewCursor? after) =>
        Sorted(Filtered(Overviews(db, today)), Sort ?? "name", after);

    private static IQueryable<OverviewRow> Overviews(PolicyDb db, DateOnly today) => db.Accounts.AsNoTracking()
        .Select(account => new OverviewRow
        {
            Id = account.Id,
            Ref = account.ClientRef,
            LegalName = account.LegalName,
            Dba = account.Dba,
            Name = account.LegalName.ToLower(),
            SearchText = account.SearchText,
            Policies = db.Policies.Count(
            policy => policy.AccountId == account.Id && policy.Status != PolicyStatus.Cancelled),
            Expired = db.Policies.Count(
            policy => policy.AccountId == account.Id && policy.State == PolicyState.Expired),
            NextRenewal = db.Policies
            .Where(
                policy => policy.AccountId == account.Id && policy.Status != PolicyStatus.Cancelled
                    && policy.Expiration > today)
            .Min(policy => (DateOnly?)policy.Expiration) ?? DateOnly.MaxValue,
        });

    private IQueryable<OverviewRow> Filtered(IQueryable<OverviewRow> rows)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var text = TextFolding.Fold(Q.Trim());
            rows = rows.Where(row => row.SearchText.Contains(text));
        }

        if (RenewingBefore is { Value: var before })
        {
            rows = rows.Where(row => row.NextRenewal < before);
        }

        return Expired switch
        {
            null => rows,
            true => rows.Where(row => row.Expired > 0),
            false => rows.Where(row => row.Expired == 0),
        };
    }

    private static IQueryable<OverviewRow>? Sorted(IQueryable<OverviewRow> rows, string sort, OverviewCursor? after)
    {
        var id = new AccountId(after?.Id ?? Guid.Empty);
        return sort switch
        {
            "name" => (after is null ? rows : rows.Where(row =>
                    string.Compare(row.Name, after.Name) > 0 || (row.Name == after.Name && row.Id.CompareTo(id) > 0)))
                .OrderBy(row => row.Name).ThenBy(row => row.Id),
            "-name" => (after is null ? rows : rows.Where(row =>
                    string.Compare(row.Name, after.Name) < 0 || (row.Name == after.Name && row.Id.CompareTo(id) < 0)))
                .OrderByDescending(row => row.Name).ThenByDescending(row => row.Id),
            "nextRenewal" => (after is null ? rows : rows.Where(row =>
                    row.NextRenewal > after.NextRenewal
                        || (row.NextRenewal == after.NextRenewal && row.Id.CompareTo(id) > 0)))
                .OrderBy(row => row.NextRenewal).ThenBy(row => row.Id),
            "-nextRenewal" => (after is null ? rows : rows.Where(row =>
                    row.NextRenewal < after.NextRenewal
                        || (row.NextRenewal == after.NextRenewal && row.Id.CompareTo(id) < 0)))
                .OrderByDescending(row => row.NextRenewal).ThenByDescending(row => row.Id),
            _ => null,
        };
    }
}
