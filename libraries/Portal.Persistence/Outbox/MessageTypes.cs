using System.Collections.Frozen;
using System.Text.Json;
using Portal.Contracts.Policies;
using Portal.ServiceDefaults;

namespace Portal.Persistence.Outbox;

/// <summary>The contracts by the name that the outbox stores, and their JSON.</summary>
internal static class MessageTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(PoliciesRenewed).Assembly
        .GetExportedTypes().Where(type => type.IsClass).ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>As on the bus.</summary>
    public static JsonSerializerOptions Json { get; } = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        .UsePortalConventions();

    /// <summary>Name under which a contract is stored.</summary>
    /// <exception cref="ArgumentException">The type is no contract.</exception>
    public static string NameOf(Type type) => ByName.TryGetValue(type.Name, out var known) && known == type
        ? type.Name
        : throw new ArgumentException(
            $"{type} is no contract; what leaves a service must be a class of Portal.Contracts.", nameof(type));

    /// <summary>Reads a stored message back.</summary>
    /// <exception cref="UnsendableMessageException">
    /// This version does not know the type, or the body does not fit it.
    /// </exception>
    public static object Read(string name, string body)
    {
        if (!ByName.TryGetValue(name, out var type))
        {
            throw new UnsendableMessageException(
                $"Portal.Contracts has no '{name}'; a version of the service that knows it will send it.");
        }

        try
        {
            return JsonSerializer.Deserialize(body, type, Json)
                ?? throw new UnsendableMessageException($"The body of this '{name}' is null.");
        }
        catch (JsonException exception)
        {
            throw new UnsendableMessageException(
                $"The body of this '{name}' does not fit the contract: {exception.Message}", exception);
        }
    }
}
