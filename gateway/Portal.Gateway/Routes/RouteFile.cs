using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Gateway.Routes;

/// <summary>The routes as data.</summary>
internal sealed record RouteFile([property: JsonRequired] IReadOnlyList<PortalRoute> Routes)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads and checks the file.</summary>
    /// <exception cref="InvalidOperationException">The file is wrong; the message names every fault.</exception>
    public static RouteFile Read(string path, IReadOnlyCollection<string> limits)
    {
        RouteFile? file;
        try
        {
            file = JsonSerializer.Deserialize<RouteFile>(File.ReadAllText(path), Strict);
        }
        catch (JsonException malformed)
        {
            throw new InvalidOperationException($"{path} can't be read: {malformed.Message}", malformed);
        }

        var faults = RouteCheck.FaultsOf(file?.Routes ?? [], limits).ToList();
        return faults.Count == 0
            ? file!
            : throw new InvalidOperationException($"{path} is wrong:\n{string.Join('\n', faults)}");
    }
}
