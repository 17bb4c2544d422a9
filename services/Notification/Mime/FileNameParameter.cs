using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// The filename parameter: quoted where it is short ASCII, else in the continued, encoded form of RFC 2231.
/// </summary>
internal static class FileNameParameter
{
    private const int MaxPlain = 60;
    private const int MaxPart = 50;

    /// <summary>
    /// The parameters in order, all but the last followed by a semicolon; none is longer than a line.
    /// </summary>
    public static IReadOnlyList<string> Write(HeaderText fileName)
    {
        var name = fileName.Value.Replace('/', '_').Replace('\\', '_');
        if (Ascii.IsValid(name) && name.Length <= MaxPlain && !name.Contains('"', StringComparison.Ordinal))
        {
            return [$"filename=\"{name}\""];
        }

        var parts = Parts(name);
        return parts.Count == 1
            ? [$"filename*=utf-8''{parts[0]}"]
            : [.. parts.Select(
                (part, i) => $"filename*{i}*={(i == 0 ? "utf-8''" : "")}{part}{(i < parts.Count - 1 ? ";" : "")}")];
    }

    private static List<string> Parts(string name)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            var escaped = Uri.EscapeDataString(rune.ToString())
                .Replace("'", "%27", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal)
                .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
            if (part.Length + escaped.Length > MaxPart)
            {
                parts.Add(part.ToString());
                part.Clear();
            }

            part.Append(escaped);
        }

        parts.Add(part.ToString());
        return parts;
    }
}
