using System.Net.Mime;
using System.Text.Json.Nodes;
using RabbitMQ.Client;

namespace Portal.ServiceDefaults.Bus;

/// <summary>
/// A dead letter without what MassTransit noted when it gave the message up, so that it has all its tries again.
/// </summary>
internal static class GivenUpMessage
{
    private const string Envelope = "application/vnd.masstransit+json";

    private static readonly string[] Notes = ["MT-Fault-", "MT-Host-", "MT-Reason", "MT-Redelivery-Count"];

    /// <summary>The message's properties as they were before.</summary>
    public static BasicProperties PropertiesOf(BasicGetResult message) => new(message.BasicProperties)
    {
        Headers = message.BasicProperties.Headers?.Where(header => !IsNote(header.Key))
            .ToDictionary(StringComparer.Ordinal),
    };

    /// <summary>
    /// The message's body as it was before: the envelope has headers too, and those count before the transport's.
    /// </summary>
    public static ReadOnlyMemory<byte> BodyOf(BasicGetResult message)
    {
        if (message.BasicProperties.ContentType is not { } type || new ContentType(type).MediaType != Envelope
            || JsonNode.Parse(message.Body.Span) is not JsonObject envelope
                || envelope["headers"] is not JsonObject headers)
        {
            return message.Body;
        }

        foreach (var note in headers.Select(header => header.Key).Where(IsNote).ToList())
        {
            headers.Remove(note);
        }

        return System.Text.Encoding.UTF8.GetBytes(envelope.ToJsonString());
    }

    private static bool IsNote(string name) => Notes.Any(note => name.StartsWith(note, StringComparison.Ordinal));
}
