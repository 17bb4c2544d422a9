using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Coverages;

/// <summary>What the certificate's sections say with boxes, in words for policies that have no section.</summary>
internal static class CoverageDetails
{
    public static IReadOnlyList<string> Of(PolicySnapshot policy)
    {
        var details = new List<string>();
        if (policy.Form is { } form)
        {
            details.Add(CoverageTerms.NameOf(form));
        }

        if (policy.AggregateAppliesPer is { } scope)
        {
            details.Add($"Aggregate per {scope.ToString().ToLowerInvariant()}");
        }

        if (policy.AutoScopes.Length > 0)
        {
            details.Add($"Autos: {string.Join(", ", policy.AutoScopes.Select(CoverageTerms.ListedNameOf))}");
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
}
