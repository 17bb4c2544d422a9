using System.Text.Json;

namespace Portal.ServiceDefaults.Tokens;

/// <summary>Reads members that have to be of one kind.</summary>
internal static class JsonElementText
{
    /// <summary>The member's text; null when it is missing or no text.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.AsText() : null;

    /// <summary>
    /// The text that a value is; null when it is no string, or half of a surrogate pair makes it unreadable.
    /// </summary>
    public static string? AsText(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The member's whole number; null when it is missing or something else.</summary>
    public static long? Number(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number)
            ? number
            : null;
}
