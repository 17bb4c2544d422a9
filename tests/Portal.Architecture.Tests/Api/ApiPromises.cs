using System.Text.Json.Nodes;

namespace Portal.Architecture.Tests.Api;

/// <summary>
/// An OpenAPI document as what it promises callers and what it demands of them, each a line. A promise that is gone and
/// a demand that is new break somebody's program. Schemas are followed to the fields on the wire, so that their names
/// don't matter.
/// </summary>
/// <param name="Operations">Method and path of each operation.</param>
/// <param name="Offers">Parameters, fields, values and answers that there are, with their types.</param>
/// <param name="Demands">Parameters and fields that a request has to have.</param>
internal sealed record ApiPromises(
    IReadOnlySet<string> Operations, IReadOnlySet<string> Offers, IReadOnlySet<string> Demands)
{
    private const int Deepest = 8;

    public static ApiPromises Of(JsonObject document)
    {
        var promises = new ApiPromises(
            new HashSet<string>(
                StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal));
        foreach (var (path, methods) in document["paths"]?.AsObject() ?? [])
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                promises.Read(document, $"{method.ToUpperInvariant()} {path}", operation!.AsObject());
            }
        }

        return promises;
    }

    /// <summary>What of an older document does not hold any more.</summary>
    public IReadOnlyList<string> BreaksOf(ApiPromises older) =>
    [
        .. older.Operations.Except(Operations).Select(gone => $"{gone} is gone").Order(StringComparer.Ordinal),
        .. older.Offers.Except(Offers).Where(gone => Operations.Contains(OperationOf(gone)))
            .Select(gone => $"{gone} is gone").Order(StringComparer.Ordinal),
        .. Demands.Except(older.Demands).Where(asked => older.Operations.Contains(OperationOf(asked)))
            .Select(asked => $"{asked} is newly required").Order(StringComparer.Ordinal),
    ];

    private static string OperationOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    private void Read(JsonObject document, string name, JsonObject operation)
    {
        ((ISet<string>)Operations).Add(name);
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var place = $"{name}: {parameter!["in"]} parameter {parameter["name"]}";
            Schema(document, place, parameter["schema"], 0, isAsked: false);
            Demand(parameter["required"]?.GetValue<bool>() is true, place);
        }

        if (operation["requestBody"] is { } body)
        {
            foreach (var (type, content) in body["content"]!.AsObject())
            {
                Offer($"{name}: body {type}");
                Schema(document, $"{name}: body", content!["schema"], 0, isAsked: true);
            }
        }

        foreach (var (status, response) in operation["responses"]!.AsObject())
        {
            Offer($"{name}: {status}");
            foreach (var (type, content) in response!["content"]?.AsObject() ?? [])
            {
                Offer($"{name}: {status} {type}");
                Schema(document, $"{name}: {status}", content!["schema"], 0, isAsked: false);
            }
        }
    }

    private void Schema(JsonObject document, string place, JsonNode? schema, int depth, bool isAsked)
    {
        if (schema is null || depth > Deepest)
        {
            return;
        }

        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Schema(document, place, document.At(reference), depth, isAsked);
            return;
        }

        Offer($"{place} {TypeOf(schema)}");
        foreach (var value in schema["enum"]?.AsArray() ?? [])
        {
            Offer($"{place} = {value}");
        }

        foreach (var choice in schema["oneOf"]?.AsArray() ?? [])
        {
            Schema(document, place, choice, depth + 1, isAsked);
        }

        foreach (var (field, inner) in schema["properties"]?.AsObject() ?? [])
        {
            Schema(document, $"{place}.{field}", inner, depth + 1, isAsked);
        }

        foreach (var field in isAsked ? schema["required"]?.AsArray() ?? [] : [])
        {
            Demand(true, $"{place}.{field}");
        }

        Schema(document, $"{place}[]", schema["items"], depth + 1, isAsked);
        Schema(document, $"{place}{{}}", schema["additionalProperties"] as JsonObject, depth + 1, isAsked);
    }

    private static string TypeOf(JsonNode schema)
    {
        var types = schema["type"] is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [
            schema["type"]?.GetValue<string>() ?? "any",
        ];
        return string.Join('|', types.Order(StringComparer.Ordinal)) + (
            schema["format"] is { } format ? $"({format})" : "");
    }

    private void Offer(string line) => ((ISet<string>)Offers).Add(line);

    private void Demand(bool isRequired, string line)
    {
        if (isRequired)
        {
            ((ISet<string>)Demands).Add(line);
        }
    }
}
