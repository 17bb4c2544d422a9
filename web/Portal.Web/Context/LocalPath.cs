namespace Portal.Web.Context;

/// <summary>Addresses that lead nowhere but into this portal.</summary>
internal static class LocalPath
{
    /// <summary>
    /// The path if it is one of this portal's own, else null: another host's address would be an open redirect.
    /// </summary>
    public static string? Of(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..]
            && !path.Any(character => char.IsControl(character) || character == '\\')
            ? path
            : null;
}
