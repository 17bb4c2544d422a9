namespace Portal.TestServers;

/// <summary>
/// The file with the variables that lead tests to the servers; a shell reads it with <c>set -a; . FILE</c>.
/// </summary>
internal static class EnvironmentFile
{
    /// <summary>One variable as a shell takes it, whatever its value has in it.</summary>
    public static string Line(string name, string value) =>
        $"{name}='{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>Writes the file so that whoever waits for it finds it whole.</summary>
    public static async Task WriteAsync(
        string file, IEnumerable<KeyValuePair<string, string>> variables, CancellationToken cancellationToken)
    {
        var unfinished = file + ".new";
        await File.WriteAllLinesAsync(
            unfinished, variables.Select(variable => Line(variable.Key, variable.Value)), cancellationToken);
        File.Move(unfinished, file, overwrite: true);
    }
}
