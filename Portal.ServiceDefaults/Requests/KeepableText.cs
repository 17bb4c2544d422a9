using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.ServiceDefaults.Requests;

/// <summary>
/// Text in JSON that came from outside: the character U+0000 makes it malformed, because text in PostgreSQL has no place for
/// it. So no route has to think of it.
/// </summary>
internal sealed class KeepableText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text?.Contains('\0', StringComparison.Ordinal) is true
            ? throw new JsonException("The text holds the character U+0000, which no text here has; take it out.")
            : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
