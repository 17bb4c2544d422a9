using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Requests;

/// <summary>Tells which field of a JSON body can't be read as its type, and what it takes.</summary>
internal static partial class BodyShape
{
    /// <summary>Characters of a caller's own word that an answer repeats.</summary>
    private const int LongestName = 100;

    /// <summary>The failure; null where the body is no JSON, or as a whole not what is asked for.</summary>
    /// <param name="broken">What the reader threw.</param>
    /// <param name="body">Type of the body.</param>
    /// <param name="options">How it was read.</param>
    public static Error? ErrorOf(JsonException broken, Type body, JsonSerializerOptions options)
    {
        var path = (broken.Path ?? "").TrimStart('$').TrimStart('.');
        if (UnmappedMember().Match(broken.Message) is { Success: true } unmapped)
        {
            return Unexpected(path, unmapped.Groups["name"].Value, body, options);
        }

        // Where the text itself breaks off or is no JSON, the field that it happened in is not to blame.
        return path.Length > 0 && broken.InnerException is not JsonException && Find(path, body, options) is { } found
            ? new FieldInvalid(found.Name, $"'{Shown(path)}' takes {FieldForms.Of(found.Type)}.") { Field = path }
            : null;
    }

    private static FieldUnexpected Unexpected(string path, string name, Type body, JsonSerializerOptions options)
    {
        var above = path[..^Math.Min(path.Length, path.EndsWith(']') ? name.Length + 4 : name.Length)].TrimEnd('.');
        var known = Find(above, body, options) is { Type: var type }
            ? string.Join(", ", options.GetTypeInfo(type).Properties.Select(property => property.Name))
            : "none";
        return new FieldUnexpected(
            above.Length == 0 ? name : $"{above}.{name}",
            $"There is no field '{Shown(name)}' here; the fields are {known}.");
    }

    private static string Shown(string word) => word[..Math.Min(word.Length, LongestName)];

    // The name is the last that the API gave: a key of a dictionary is the caller's own word, which no code is made of.
    private static (Type Type, string Name)? Find(string path, Type body, JsonSerializerOptions options)
    {
        var (type, name) = (body, "");
        foreach (var step in Step().Matches(path).Select(match => match.Value.TrimStart('.')))
        {
            var info = options.GetTypeInfo(type);
            var next = info.Kind == JsonTypeInfoKind.Object
                ? info.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType
                : info.ElementType;
            if (next is null)
            {
                return null;
            }

            (type, name) = (next, info.Kind == JsonTypeInfoKind.Object ? step : name);
        }

        return (type, name);
    }

    [GeneratedRegex(@"\.?[^.\[\]]+|\[[^\]]*\]")]
    private static partial Regex Step();

    // System.Text.Json 10 tells the member in its message alone.
    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped to any .NET member", RegexOptions.Singleline)]
    private static partial Regex UnmappedMember();
}
