using Portal.Contracts;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>What the certificate's sections say with boxes, in words for policies that have no section.</summary>
internal static class CoverageDetails
{
    public static IReadOnlyList<string> Of(PolicySnapshot policy)
    {
        var details = new List<string>();
        if (policy.Form is { } form)
        {
            details.Add(CoverageNames.Of(form));
        }

        if (policy.AggregateAppliesPer is { } scope)
        {
            details.Add($"Aggregate per {scope.ToString().ToLowerInvariant()}");
        }

        if (policy.AutoScopes.Length > 0)
        {
            details.Add($"Autos: {string.Join(", ", policy.AutoScopes.Select(Name))}");
        }

        if (policy.PerStatute is { } perStatute)
        {
            details.Add(perStatute ? "Per statute" : "Other than statutory");
        }

        if (policy.OfficersExcluded is { } excluded)
        {
            details.Add(excluded ? "Officers excluded" : "Officers not excluded");
        }

        return details;
    }

    private static string Name(AutoScope scope) => scope switch
    {
        AutoScope.Any => "any",
        AutoScope.Owned => "owned",
        AutoScope.Scheduled => "scheduled",
        AutoScope.Hired => "hired",
        AutoScope.NonOwned => "non-owned",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "The certificate has no name for these autos."),
    };
}
