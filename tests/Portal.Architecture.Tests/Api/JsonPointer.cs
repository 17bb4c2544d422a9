using System.Text.Json.Nodes;

namespace Portal.Architecture.Tests.Api;

/// <summary>References within a document: <c>#/components/schemas/Thing</c>.</summary>
internal static class JsonPointer
{
    public static JsonNode At(this JsonObject document, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate<string, JsonNode>(document, (node, step) => node[step]!);
}
