using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Access;

/// <summary>Who may call what, as <c>routes.txt</c> beside this file says it.</summary>
internal sealed class AccessTable
{
    private const string Everybody = "all";
    private const string EveryService = "each";

    private readonly Dictionary<string, string[]> _rows;

    private AccessTable(Dictionary<string, string[]> rows) => _rows = rows;

    /// <summary>The routes that have a row, as <see cref="RowOf"/> writes them.</summary>
    public IEnumerable<string> Routes => _rows.Keys;

    /// <exception cref="InvalidDataException">A line is no row, or names a role that does not exist.</exception>
    public static AccessTable Read()
    {
        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(
                Path.Combine(House.Root, "tests/Portal.Architecture.Tests/Access/routes.txt")))
        {
            if (line.Trim() is not { Length: > 0 } text || text.StartsWith('#'))
            {
                continue;
            }

            if (text.Split('|') is not [var route, var roles]
                || Words(route) is not [var service, var method, var path])
            {
                throw new InvalidDataException($"No row: {line}");
            }

            var allowed = Allowed(Words(roles), line);
            if (!Services(service).All(name => rows.TryAdd(RowOf(name, method, path), allowed)))
            {
                throw new InvalidDataException($"A second row of a route: {line}");
            }
        }

        return new AccessTable(rows);
    }

    /// <summary>How a row of the table begins.</summary>
    public static string RowOf(string service, string method, string path) =>
        $"{service.ToLowerInvariant()} {method} {path}";

    /// <summary>Roles that may call a route; null when it has no row.</summary>
    public IReadOnlyCollection<string>? AllowedOn(string route) => _rows.GetValueOrDefault(route);

    /// <summary>Writes roles as the table does.</summary>
    public static string Write(IReadOnlyCollection<string> allowed)
    {
        var others = Role.All.Select(role => role.Name).Except(allowed).ToList();
        return allowed.Contains("anonymous")
            ? string.Join(' ', others.Select(role => $"-{role}").Prepend(Everybody))
            : string.Join(' ', allowed);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Services(string name) => name == EveryService ? House.ServiceNames : [name];

    private static string[] Allowed(string[] words, string line)
    {
        var known = Role.All.Select(role => role.Name).ToList();
        var named = words.Where(word => word != Everybody).Select(word => word.TrimStart('-')).ToList();
        if (words.Length == 0 || named.Except(known).Any() || named.Count != named.Distinct().Count())
        {
            throw new InvalidDataException($"The roles are {string.Join(", ", known)}, each once: {line}");
        }

        var without = words.Where(word => word.StartsWith('-')).Select(word => word[1..]).ToList();
        return words[0] == Everybody ? [.. known.Except(without)]
            : without.Count == 0 ? words
            : throw new InvalidDataException($"Roles are taken away from '{Everybody}' alone: {line}");
    }
}
