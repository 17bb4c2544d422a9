namespace Portal.Identity.Features.IssueToken;

/// <summary>Scopes in a request.</summary>
internal static class ScopeList
{
    /// <summary>The scopes asked for, each once, or all that are allowed where none are named; null when one is not allowed.</summary>
    public static IReadOnlyList<string>? Choose(string? asked, IReadOnlyList<string> allowed)
    {
        if (asked is null)
        {
            return allowed;
        }

        IReadOnlyList<string> scopes = [.. asked.Split(' ').Distinct(StringComparer.Ordinal)];
        return scopes.All(scope => allowed.Contains(scope, StringComparer.Ordinal)) ? scopes : null;
    }
}
