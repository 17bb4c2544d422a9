namespace Portal.Identity.Features.Tokens;

/// <summary>Scopes in a request.</summary>
internal static class ScopeList
{
    /// <summary>
    /// The scopes asked for, each once, or all that are allowed where none are named; null when one is not allowed.
    /// Between two stands a single blank (RFC 6749, section 3.3); more of them, before and behind too, are passed over,
    /// and nothing else.
    /// </summary>
    public static IReadOnlyList<string>? Choose(string? asked, IReadOnlyList<string> allowed)
    {
        IReadOnlyList<string> scopes =
            [.. (asked ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        return scopes.Count == 0 ? allowed
            : scopes.All(scope => allowed.Contains(scope, StringComparer.Ordinal)) ? scopes : null;
    }
}
