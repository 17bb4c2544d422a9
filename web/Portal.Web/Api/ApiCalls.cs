using System.Text.Json;
using Portal.ServiceDefaults;

namespace Portal.Web.Api;

/// <summary>Asks services and reads what they answer. An outage is an answer too, so that a page can say so.</summary>
internal static class ApiCalls
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        .UsePortalConventions();

    public static Task<ApiResult<T>> ReadAsync<T>(
        this HttpClient service, string path, CancellationToken cancellationToken)
        where T : class => service.AskAsync<T>(HttpMethod.Get, path, body: null, cancellationToken);

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="service">The service.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Path and query at the service.</param>
    /// <param name="body">What is sent as JSON; null for nothing.</param>
    /// <param name="cancellationToken">Ends with the request for the page.</param>
    public static async Task<ApiResult<T>> AskAsync<T>(
        this HttpClient service, HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : Content(body);
        return await service.AskAsync<T>(request, cancellationToken);
    }

    /// <summary>Sends a request that has headers or a content of its own, and reads its answer.</summary>
    public static Task<ApiResult<T>> AskAsync<T>(
        this HttpClient service, HttpRequestMessage request, CancellationToken cancellationToken)
        where T : class => service.AskAsync(
            request,
            async response => typeof(T) == typeof(Unit)
                ? (T)(object)Unit.Value
                : await response.ContentAsync<T>(cancellationToken),
            cancellationToken);

    /// <summary>Sends a request that is answered with a file.</summary>
    public static Task<ApiResult<ServedFile>> FetchAsync(
        this HttpClient service, HttpRequestMessage request, CancellationToken cancellationToken) =>
        service.AskAsync(
            request,
            async response => new ServedFile(
                await response.Content.ReadAsByteArrayAsync(cancellationToken),
                response.Content.Headers.ContentDisposition?.FileName?.Trim('"')),
            cancellationToken);

    /// <summary>JSON as the services read it.</summary>
    public static JsonContent Content(object body) => JsonContent.Create(body, body.GetType(), options: Json);

    /// <summary>Sends a request whose answer says more than its content.</summary>
    public static async Task<ApiResult<T>> AskAsync<T>(
        this HttpClient service, HttpRequestMessage request, Func<HttpResponseMessage, Task<T>> read,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var response = await service.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? new ApiResult<T>(await read(response))
                : new ApiResult<T>(await ProblemOfAsync(response, cancellationToken));
        }
        catch (HttpRequestException)
        {
            return new ApiResult<T>(NoAnswer);
        }
    }

    /// <summary>A service's JSON.</summary>
    public static async Task<T> ContentAsync<T>(this HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class => await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken)
            ?? throw new JsonException($"{response.RequestMessage?.RequestUri} answered null.");

    private static ApiProblem NoAnswer { get; } = new()
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Code = "service-unavailable",
        Detail = "The portal can't do this at the moment. Nothing was lost or changed; try again in a minute.",
    };

    private static async Task<ApiProblem> ProblemOfAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json")
        {
            return NoAnswer with { Status = status };
        }

        var problem = await response.Content.ReadFromJsonAsync<ApiProblem>(Json, cancellationToken);
        return problem! with { Status = status, RetryAfter = response.Headers.RetryAfter?.Delta };
    }
}
