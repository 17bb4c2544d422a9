using System.Globalization;
using Portal.Insurance;
using Portal.ServiceDefaults.Results;
using Portal.Web.Api.Policies;
using Portal.Web.Formats;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>
/// The new term of one policy as it is typed. Its fields carry the policy's place among those that renew.
/// </summary>
public sealed record TermForm(int Index, Guid PolicyId)
{
    /// <summary>The policy's line of business, as the service names it.</summary>
    public string Line { get; init; } = "";

    public string Effective { get; init; } = "";

    public string Expiration { get; init; } = "";

    public string Number { get; init; } = "";

    /// <summary>Name of the insurer that writes the new term.</summary>
    public string Insurer { get; init; } = "";

    /// <summary>The insurer's NAIC company code.</summary>
    public string Naic { get; init; } = "";

    /// <summary>Limits as they are typed, by their name.</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>();

    /// <summary>The name of a field of this term: <c>effective-0</c>.</summary>
    public string Field(string name) => $"{name}-{Index}";

    /// <summary>
    /// A term that follows the policy's own, as long as it, with the same limits; its end is left to be typed where the
    /// calendar has none.
    /// </summary>
    public static TermForm Following(Policy policy, int index)
    {
        var expiration = TermLength.ExpirationFrom(policy.Effective, policy.Expiration, policy.Expiration);
        return new TermForm(index, policy.Id)
        {
            Line = policy.Line,
            Effective = Day(policy.Expiration),
            Expiration = expiration is { } day ? Day(day) : "",
            Number = policy.Number,
            Insurer = policy.Carrier.Name,
            Naic = policy.Carrier.Naic,
            Limits = Glossary.LimitsOf(policy.Line).ToDictionary(
                name => name, name => policy.Limits.GetValueOrDefault(name) is { } amount
                    ? Format.Number((long)amount)
                    : ""),
        };
    }

    /// <summary>
    /// The term as the service takes it; null when something can't be read, which is then among the problems.
    /// </summary>
    public OrderedRenewal? Read(ICollection<FieldProblem> problems)
    {
        var before = problems.Count;
        var effective = ReadDay("effective", Effective, problems);
        var expiration = ReadDay("expiration", Expiration, problems);
        if (Number.Trim().Length == 0)
        {
            problems.Add(
                new FieldProblem(
                    Field("number"), "number-required", "Enter the policy number, the old one if it stays."));
        }

        var limits = Limits.ToDictionary(limit => limit.Key, limit => ReadAmount(limit.Key, limit.Value, problems));
        var carrier = new PolicyCarrier(Insurer.Trim(), Naic.Trim());
        return problems.Count == before
            ? new OrderedRenewal(PolicyId, effective, expiration, Number.Trim(), carrier, limits)
            : null;
    }

    /// <summary>Every field with its value, for an address or for hidden fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() =>
    [
        new("policy", PolicyId.ToString()),
        new(Field("effective"), Effective),
        new(Field("expiration"), Expiration),
        new(Field("number"), Number),
        new(Field("insurer"), Insurer),
        new(Field("naic"), Naic),
        .. Limits.Select(limit => KeyValuePair.Create(Field(limit.Key), limit.Value)),
    ];

    private DateOnly ReadDay(string name, string text, ICollection<FieldProblem> problems)
    {
        if (!DateOnly.TryParseExact(
                text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && !DateOnly.TryParse(text, CultureInfo.GetCultureInfo("en-US"), out day))
        {
            problems.Add(
                new FieldProblem(
                    Field(name), "day-invalid", $"Enter the {name} date as month/day/year, such as 12/1/2026."));
        }

        return day;
    }

    private decimal? ReadAmount(string name, string text, ICollection<FieldProblem> problems)
    {
        var plain = text.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim();
        if (plain.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            return amount;
        }

        problems.Add(new FieldProblem(
            Field(name), "amount-invalid",
            $"Enter {Glossary.Limit(Line, name)} in whole dollars, such as 1,000,000; leave it empty where there is "
            + "none."));
        return null;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
