using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Paging;

namespace Portal.Testing.Answers;

/// <summary>
/// Reads what a service answers into the service's own types. What the type would not write in the same way is an
/// error: a member that is missing, unknown or spelled otherwise, or a null or a word that it does not have.
/// </summary>
public static class JsonAnswers
{
    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    }.UsePortalConventions();

    private static readonly JsonSerializerOptions Part =
        new(Strict) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">It is something else; the message has the text.</exception>
    public static T Read<T>(string json) => Read(json, written => written.As<T>());

    /// <summary>
    /// Reads what a record of the reader's own names, each member of which has to be there, in that spelling; whatever
    /// else there is stays unread.
    /// </summary>
    /// <exception cref="JsonException">It is something else; the message has the text.</exception>
    public static T ReadPart<T>(string json) =>
        Read(json, written => written.Deserialize<T>(Part) ?? throw new JsonException("It is null."));

    /// <summary>Reads what was parsed before.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static T As<T>(this JsonElement written)
    {
        var read = written.Deserialize<T>(Strict);
        return JsonElement.DeepEquals(written, JsonSerializer.SerializeToElement(read, Strict)) && read is not null
            ? read
            : throw new JsonException("It would be written otherwise.");
    }

    /// <summary>Reads an answer, whatever its status is.</summary>
    /// <exception cref="JsonException">It is something else; the message has the answer.</exception>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, CancellationToken cancellationToken) =>
        Read<T>(await response.Content.ReadAsStringAsync(cancellationToken));

    /// <summary>Reads what is at a path, where something must be.</summary>
    /// <exception cref="HttpRequestException">The request was refused.</exception>
    public static async Task<T> ReadAsync<T>(this HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.ReadAsync<T>(cancellationToken);
    }

    /// <summary>Reads the items of one page of a list.</summary>
    public static async Task<IReadOnlyList<T>> ItemsAsync<T>(
        this HttpClient client, string path, CancellationToken cancellationToken) =>
        (await client.ReadAsync<Page<T>>(path, cancellationToken)).Items;

    /// <summary>Reads every page of a list, one after the other.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<T>>> PagesAsync<T>(
        this HttpClient client, string path, CancellationToken cancellationToken)
    {
        var pages = new List<IReadOnlyList<T>>();
        var next = path;
        while (next is not null)
        {
            var page = await client.ReadAsync<Page<T>>(next, cancellationToken);
            pages.Add(page.Items);
            next = page.Next is { } cursor ? $"{path}{(path.Contains('?') ? '&' : '?')}cursor={cursor}" : null;
        }

        return pages;
    }

    private static T Read<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            return read(JsonElement.Parse(json));
        }
        catch (JsonException broken)
        {
            throw new JsonException($"This is no {typeof(T).Name}: {broken.Message} {json}", broken);
        }
    }
}
