using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Text in JSON that came from outside: the character U+0000 makes it malformed, because text in PostgreSQL has no
/// place for it. So no route has to think of it. A converter would do the same, but hide from the API's description
/// that it is text.
/// </summary>
internal static class NulCharacterCheck
{
    /// <summary>What the failure says.</summary>
    public const string Unkeepable = "A text holds the character U+0000, which no text here has; take it out.";

    /// <summary>
    /// Modifier of a type's contract that looks at its texts, and at its lists of texts, once they are read.
    /// </summary>
    public static void Demand(JsonTypeInfo type)
    {
        Func<object, object?>[] texts =
        [
            .. type.Properties.Where(IsText).Select(property => property.Get).OfType<Func<object, object?>>(),
        ];
        if (type.Kind == JsonTypeInfoKind.Object && texts.Length > 0)
        {
            type.OnDeserialized += read => Judge(texts, read);
        }
    }

    private static bool IsText(JsonPropertyInfo property) =>
        property.PropertyType == typeof(string) || typeof(IEnumerable<string?>).IsAssignableFrom(property.PropertyType);

    private static void Judge(Func<object, object?>[] texts, object read)
    {
        if (texts.Any(text => HoldsNul(text(read))))
        {
            throw new JsonException(Unkeepable);
        }
    }

    private static bool HoldsNul(object? value) => value switch
    {
        string text => text.Contains('\0', StringComparison.Ordinal),
        IEnumerable<string?> many => many.Any(HoldsNul),
        _ => false,
    };
}
