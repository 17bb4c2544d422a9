using System.Text.Json;

namespace Portal.LocalHosting.Data;

/// <summary>Generated values that stay the same from run to run, in a file that only its owner reads.</summary>
public sealed class SecretStore(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Lock _gate = new();

    /// <summary>The value of that name; made now where there is none yet.</summary>
    public string GetOrAdd(string name, Func<string> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (_gate)
        {
            var known = File.Exists(path)
                ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path))!
                : [];
            if (!known.TryGetValue(name, out var value))
            {
                known[name] = value = make();
                Write(known);
            }

            return value;
        }
    }

    private void Write(SortedDictionary<string, string> values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, values, Indented);
        }

        File.Move(draft, path, overwrite: true);
    }
}
