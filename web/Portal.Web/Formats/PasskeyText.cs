using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Web.Formats;

/// <summary>A browser's answer with a passkey, as a form carries it.</summary>
internal static class PasskeyText
{
    /// <summary>Code of the refusal of a form that carries no answer.</summary>
    public const string Missing = "passkey-missing";

    /// <summary>The answer; null when it is none.</summary>
    public static JsonObject? Read(string? credential)
    {
        try
        {
            // Written anew, because what can be parsed may hold half a surrogate pair, which can't be passed on.
            return JsonSerializer.SerializeToNode(
                JsonSerializer.Deserialize<JsonElement>(credential ?? "")) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
