using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Contracts;
using Portal.Insurance;
using Portal.Policies.Domain;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.GetPolicies;

/// <summary>What a list of policies is narrowed by, as it stands in the address.</summary>
internal sealed record PolicyFilter
{
    /// <summary>Account id of the client.</summary>
    [FromQuery(Name = "client")]
    public string? Client { get; init; }

    /// <summary>The agency's own key for the client.</summary>
    [FromQuery(Name = "clientRef")]
    public string? ClientRef { get; init; }

    /// <summary>Line of business in snake case.</summary>
    [FromQuery(Name = "line")]
    public string? Line { get; init; }

    /// <summary>active, expired or cancelled.</summary>
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    /// <summary>Only policies whose latest term ends before this day.</summary>
    [FromQuery(Name = "expiringBefore")]
    public string? ExpiringBefore { get; init; }

    /// <summary>Part of a number, a client's name or reference, or a carrier's name; case and accents don't matter.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "cursor")]
    public string? After { get; init; }

    /// <summary>Rows on a page, 50 unless given, at most 200.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    public int PageSize => Cursor.ClampLimit(int.TryParse(Limit, CultureInfo.InvariantCulture, out var limit) ? limit : null);

    /// <summary>Adds the filters to a query, or answers what is wrong with them.</summary>
    public IReadOnlyList<Error> Apply(ref IQueryable<Policy> policies, DateOnly today)
    {
        var problems = new List<Error>();
        if (Read("client", Client, text => Guid.TryParse(text, out var id) ? id : (Guid?)null, "a client's id (UUID)") is { } client)
        {
            var account = new AccountId(client);
            policies = policies.Where(policy => policy.AccountId == account);
        }

        if (Read("clientRef", ClientRef, text => text.Any(char.IsControl) ? null : text, "text on one line") is { } reference)
        {
            policies = policies.Where(policy => policy.ClientRef == reference);
        }

        if (Read("line", Line, SnakeCase.Find<PolicyLine>, $"one of {SnakeCase.All<PolicyLine>()}") is { } line)
        {
            policies = policies.Where(policy => policy.Line == line);
        }

        if (Read("status", Status, SnakeCase.Find<PolicyStanding>, $"one of {SnakeCase.All<PolicyStanding>()}") is { } standing)
        {
            policies = policies.Where(PolicyStandings.Has(standing, today));
        }

        if (Read("expiringBefore", ExpiringBefore, Day, "a day such as 2027-01-31") is { } before)
        {
            policies = policies.Where(policy => policy.Expiration < before);
        }

        if (Read("q", Q, text => text.Any(char.IsControl) ? null : TextFolding.Fold(text.Trim()), "text on one line") is { } part)
        {
            policies = policies.Where(policy => policy.SearchText.Contains(part));
        }

        _ = Read("limit", Limit, text => int.TryParse(text, CultureInfo.InvariantCulture, out var rows) ? rows : (int?)null, "a number of rows");
        if (After is { Length: > 0 })
        {
            if (Cursor.TryDecode<Guid>(After, out var last))
            {
                var id = new PolicyId(last);
                policies = policies.Where(policy => policy.Id.CompareTo(id) > 0);
            }
            else
            {
                problems.Add(new InvalidCursor { Field = "cursor" });
            }
        }

        return problems;

        T? Read<T>(string field, string? text, Func<string, T?> parse, string expected)
        {
            if (string.IsNullOrEmpty(text))
            {
                return default;
            }

            var value = parse(text);
            if (value is null)
            {
                problems.Add(new FieldInvalid(field, $"'{field}' takes {expected}."));
            }

            return value;
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
