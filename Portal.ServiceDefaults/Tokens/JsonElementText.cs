using System.Text.Json;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Reads members that have to be of one kind.</summary>
internal static class JsonElementText
{
    /// <summary>The member's text; null when it is missing or no string.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The member's whole number; null when it is missing or something else.</summary>
    public static long? Number(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;
}
