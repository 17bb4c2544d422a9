using System.Text.Json.Nodes;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Architecture.Tests.Api;

/// <summary>One word for one thing in everything that partners read: docs/vocabulary.md.</summary>
public sealed class VocabularyTests
{
    private const string OfServerSentEvents = "eventId";

    /// <summary>Paths that other standards name: OAuth's endpoints and what describes them.</summary>
    private static readonly string[] OfOtherStandards = ["/connect/", "/.well-known/"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Fact]
    public void The_words_that_are_never_used_are_read()
    {
        Assert.Contains("account", Vocabulary.Never);
        Assert.Contains("queued", Vocabulary.Never);
        Assert.Equal("account", Vocabulary.Forbidden("accountId"));
        Assert.Equal("row version", Vocabulary.Forbidden("policyRowVersion"));
        Assert.Null(Vocabulary.Forbidden("clientId"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_name_and_value_of_the_API_keeps_to_the_vocabulary(string service)
    {
        var names = NamesIn(await ApiDescription.ParsedAsync(service, Stop)).Distinct().ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Null(Vocabulary.Forbidden(name)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Whose_id_a_name_tells_is_a_thing_of_the_vocabulary(string service)
    {
        var document = await ApiDescription.ParsedAsync(service, Stop);
        var ids = SchemasOf(document).SelectMany(PropertiesOf).Concat(ParametersOf(document))
            .Where(name => name.EndsWith("Id", StringComparison.Ordinal) && name != OfServerSentEvents).Distinct();

        Assert.All(ids, name => Assert.Contains(name, Vocabulary.Names));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task What_stands_in_an_address_is_no_object(string service)
    {
        var document = await ApiDescription.ParsedAsync(service, Stop);
        var schemas =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from parameter in operation.Value!["parameters"]?.AsArray() ?? []
            let schema = parameter["schema"]!
            let meant = schema["$ref"] is { } reference ? document.At(reference.GetValue<string>()) : schema
            select ($"{operation.Key} {path.Key}: {parameter["name"]}", meant["type"]?.ToString());

        Assert.All(schemas, schema => Assert.False(schema.Item2 is null or "object", schema.Item1));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_holder_is_an_object_and_a_status_is_no_state(string service)
    {
        var document = await ApiDescription.ParsedAsync(service, Stop);

        foreach (var (name, property) in SchemasOf(document)
                .SelectMany(schema => schema["properties"]?.AsObject() ?? []))
        {
            var meant = property!["$ref"] is { } reference ? document.At(reference.GetValue<string>()) : property;
            Assert.True(
                name != "holder" || meant["properties"]?["name"] is not null,
                "A holder is told as an object with its name.");
            Assert.True(name != "state" || meant["enum"] is null, "How a thing stands is its status.");
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_list_is_told_in_pages_of_one_form(string service)
    {
        var document = await ApiDescription.ParsedAsync(service, Stop);

        Assert.All(
            OperationsOf(document).Where(operation => ParametersOf(operation).Contains("cursor")),
            operation => Assert.Contains("next", PropertiesOf(Answer(document, operation))));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Every_operation_has_a_name_a_summary_and_an_answer_to_what_is_wrong(string service)
    {
        var document = await ApiDescription.ParsedAsync(service, Stop);

        Assert.All(OperationsOf(document), operation =>
        {
            Assert.NotNull(operation["operationId"]);
            Assert.NotNull(operation["summary"]);
            Assert.NotNull(operation["responses"]!["default"]);
        });
    }

    [Fact]
    public void Scopes_are_of_the_vocabulary()
    {
        string[] all = [.. Scopes.ForPartners, .. Scopes.ForPeople, .. Scopes.ForServices];

        Assert.All(all, scope => Assert.Null(Vocabulary.Forbidden(scope)));
    }

    private static IEnumerable<JsonNode> SchemasOf(JsonObject document) =>
        document["components"]?["schemas"]?.AsObject().Select(schema => schema.Value!) ?? [];

    private static IEnumerable<JsonNode> OperationsOf(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    private static IEnumerable<string> PropertiesOf(JsonNode schema) =>
        schema["properties"]?.AsObject().Select(property => property.Key) ?? [];

    private static IEnumerable<string> ParametersOf(JsonObject document) =>
        OperationsOf(document).SelectMany(ParametersOf);

    private static IEnumerable<string> ParametersOf(JsonNode operation) =>
        operation["parameters"]?.AsArray().Select(parameter => parameter!["name"]!.GetValue<string>()) ?? [];

    private static JsonNode Answer(JsonObject document, JsonNode operation)
    {
        var schema = operation["responses"]!["200"]?["content"]?["application/json"]?["schema"];
        return schema?["$ref"] is { } reference
            ? document.At(reference.GetValue<string>())
            : schema ?? new JsonObject();
    }

    private static IEnumerable<string> NamesIn(JsonObject document) =>
    [
        .. document["paths"]!.AsObject().Select(path => path.Key)
            .Where(path => !OfOtherStandards.Any(standard => path.StartsWith(standard, StringComparison.Ordinal))),
        .. ParametersOf(document),
        .. OperationsOf(document).Select(operation => operation["operationId"]!.GetValue<string>()),
        .. SchemasOf(document).SelectMany(PropertiesOf),
        .. SchemasOf(document).SelectMany(schema => schema["enum"]?.AsArray() ?? []).OfType<JsonValue>()
            .Select(value => value.GetValue<string>()),
    ];
}
