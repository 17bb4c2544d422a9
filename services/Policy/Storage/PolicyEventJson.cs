using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Storage;

/// <summary>How events of policies are written down. What was written once is read for ever.</summary>
internal static class PolicyEventJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new OfTermValues() },
    };

    private static readonly Dictionary<string, Type> Types = typeof(PolicyEvent)
        .GetNestedTypes(System.Reflection.BindingFlags.NonPublic)
        .Where(type => type.IsSubclassOf(typeof(PolicyEvent))).ToDictionary(KindOf);

    /// <summary>The word for an event's type, such as <c>cancellationNoticed</c>.</summary>
    public static string KindOf(PolicyEvent happened) => KindOf(happened.GetType());

    public static string Write(PolicyEvent happened) =>
        JsonSerializer.Serialize(happened, happened.GetType(), Options);

    /// <exception cref="JsonException">It is no such event.</exception>
    public static PolicyEvent Read(string kind, string payload) =>
        Types.TryGetValue(kind, out var type)
            ? (PolicyEvent)JsonSerializer.Deserialize(payload, type, Options)!
            : throw new JsonException($"There is no event of the kind {kind}.");

    private static string KindOf(Type type) => JsonNamingPolicy.CamelCase.ConvertName(type.Name);

    private sealed class OfTermValues : JsonConverter<TermValues>
    {
        public override TermValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var written = JsonDocument.ParseValue(ref reader);
            return TermValues.Of(
                written.RootElement.EnumerateObject()
                    .Select(value => KeyValuePair.Create(value.Name, ValueOf(value.Value))));
        }

        public override void Write(Utf8JsonWriter writer, TermValues value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var key in value.Keys)
            {
                writer.WritePropertyName(key);
                Write(writer, value[key]);
            }

            writer.WriteEndObject();
        }

        private static TermValue? ValueOf(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => new TermValue.Amount(value.GetDecimal()),
            JsonValueKind.String => new TermValue.Words(value.GetString()!),
            JsonValueKind.True or JsonValueKind.False => new TermValue.Flag(value.GetBoolean()),
            _ => throw new JsonException($"{value.ValueKind} is no value of a term."),
        };

        private static void Write(Utf8JsonWriter writer, TermValue? value)
        {
            switch (value)
            {
                case TermValue.Amount amount:
                    writer.WriteNumberValue(amount.Dollars);
                    break;
                case TermValue.Words words:
                    writer.WriteStringValue(words.Text);
                    break;
                case TermValue.Flag flag:
                    writer.WriteBooleanValue(flag.Holds);
                    break;
                default:
                    writer.WriteNullValue();
                    break;
            }
        }
    }
}
