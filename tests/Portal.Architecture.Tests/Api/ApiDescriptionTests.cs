using System.Text.Json.Nodes;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests.Api;

/// <summary>The OpenAPI documents are committed, and what partners rely on stays: docs/vocabulary.md.</summary>
public sealed class ApiDescriptionTests
{
    /// <summary>Set by eng/openapi.sh, which writes the documents where nothing breaks.</summary>
    private static readonly bool Writes = Environment.GetEnvironmentVariable("PORTAL_WRITES_OPENAPI") == "yes";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_committed_document_is_what_the_service_answers(string service)
    {
        var (committed, today) = (ApiDescription.Committed(service), await ApiDescription.TodayAsync(service, Stop));

        var broken = Broken(service, committed, today);

        Assert.True(
            broken.Count == 0,
            $"Partners' programs break; name it in a decision, or leave it as it was:\n{string.Join('\n', broken)}");
        if (Writes)
        {
            await File.WriteAllTextAsync(ApiDescription.PathOf(service), today, Stop);
        }
        else
        {
            Assert.True(
                committed == today, $"The API of {service} has grown; run eng/openapi.sh and commit docs/openapi.");
        }
    }

    [Theory]
    [InlineData("""{ "paths": {} }""", "GET /api/v1/things is gone")]
    [InlineData("""
        { "paths": { "/api/v1/things": { "get": { "parameters": [{ "name": "client", "in": "query", "required": true, "schema": { "type": "string" } }],
          "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Other" } } } } } } } },
          "components": { "schemas": { "Other": { "type": "object", "properties": { "id": { "type": "string" }, "status": { "type": "string", "enum": ["done"] } } } } } }
        """, "GET /api/v1/things: query parameter client is newly required")]
    [InlineData("""
        { "paths": { "/api/v1/things": { "get": { "parameters": [],
          "responses": { "200": { "content": { "application/json": { "schema": { "type": "object", "properties": {
            "id": { "type": "integer" }, "status": { "type": "string", "enum": ["done", "pending"] } } } } } } } } } } }
        """,
        "GET /api/v1/things: 200.id string is gone", "GET /api/v1/things: query parameter client string is gone")]
    public void What_breaks_a_program_is_found(string newer, params string[] expected)
    {
        var older = ApiPromises.Of(JsonNode.Parse("""
            { "paths": { "/api/v1/things": { "get": { "parameters": [{ "name": "client", "in": "query", "schema": { "type": "string" } }],
              "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "properties": { "id": { "type": "string" }, "status": { "type": "string", "enum": ["done"] } } } } } }
            """)!.AsObject());

        Assert.Equal(expected, ApiPromises.Of(JsonNode.Parse(newer)!.AsObject()).BreaksOf(older));
    }

    private static List<string> Broken(string service, string committed, string today)
    {
        var named = Directory.EnumerateFiles(Path.Combine(House.Root, "docs", "decisions"), "*.md")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("Breaks: ", StringComparison.Ordinal))
                .Select(line => line["Breaks: ".Length..].Trim('`')).ToHashSet();
        var (older, newer) = (
            ApiPromises.Of(JsonNode.Parse(committed)!.AsObject()), ApiPromises.Of(JsonNode.Parse(today)!.AsObject()));
        return [.. newer.BreaksOf(older).Select(line => $"{service} {line}").Where(line => !named.Contains(line))];
    }
}
