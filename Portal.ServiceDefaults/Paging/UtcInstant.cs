using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.ServiceDefaults.Paging;

/// <summary>An instant in a cursor: in UTC, as rows have it. PostgreSQL is handed no other.</summary>
internal sealed class UtcInstant : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset() is { Offset.Ticks: 0 } instant
            ? instant
            : throw new JsonException("The instant is not in UTC.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
