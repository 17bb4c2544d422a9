using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Web.Api.Policies;

namespace Portal.Web.Formats;

/// <summary>
/// The field's words for what the services name in their JSON. What a service names that these pages don't know yet is
/// shown as it came.
/// </summary>
internal static class Glossary
{
    public static string Line(string line) => LineOfBusiness.Find(line)?.ShortName ?? line;

    /// <summary>What a policy of the line calls a limit.</summary>
    public static string Limit(string line, string limit) => LimitDefinition.FindByJsonName(limit) is { } known
        ? LineOfBusiness.Find(line)?.NameOf(known.Kind) ?? known.Name
        : limit;

    /// <summary>The limits that a policy of the line can state, in the order of a certificate.</summary>
    public static IReadOnlyList<string> LimitsOf(string line) =>
        [.. (LineOfBusiness.Find(line)?.Limits.Select(limit => limit.Kind)
                ?? LimitDefinition.All.Select(limit => limit.Kind))
            .Select(kind => LimitDefinition.Of(kind).JsonName)];

    /// <summary>The limits that a policy does state, in the order of a certificate.</summary>
    public static IEnumerable<(string Name, decimal Amount)> AmountsOf(Policy policy) =>
        from name in LimitsOf(policy.Line)
        let amount = policy.Limits.GetValueOrDefault(name)
        where amount is not null
        select (name, amount.Value);

    public static string Auto(string scope) =>
        SnakeCase.Find<AutoScope>(scope) is { } known ? CoverageTerms.NameOf(known) : scope;

    public static string Form(string form) =>
        SnakeCase.Find<CoverageForm>(form) is { } known ? CoverageTerms.NameOf(known) : form;

    public static string AggregateScope(string scope) =>
        SnakeCase.Find<AggregateScope>(scope) is { } known ? CoverageTerms.NameOf(known) : scope;
}
