using System.Net.ServerSentEvents;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Portal.Certificates.Features.Distributions.WatchDistribution;

/// <summary>
/// Server-sent events (WHATWG HTML, section 9.2) that pass every proxy at once. The framework's own result can't write
/// comments, which are what keeps a quiet stream open.
/// </summary>
/// <param name="events">The events, and null where a comment is to be sent.</param>
internal sealed class EventStreamResult<T>(IAsyncEnumerable<SseItem<T>?> events) : IResult, IEndpointMetadataProvider
{
    private const string MediaType = "text/event-stream";

    private static readonly byte[] Comment = ":\n\n"u8.ToArray();

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(SseItem<T>), [MediaType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellationToken) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = MediaType;
        response.Headers[HeaderNames.CacheControl] = "no-cache, no-store";

        // Named by nginx, heeded by many: without it a proxy may hold events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        await foreach (var item in events.WithCancellation(cancellationToken))
        {
            if (item is { } due)
            {
                await SseFormatter.WriteAsync(
                    OneAsync(due),
                    response.Body,
                    (one, buffer) =>
                    {
                        using var writer = new Utf8JsonWriter(buffer);
                        JsonSerializer.Serialize(writer, one.Data, json);
                    },
                    cancellationToken);
            }
            else
            {
                await response.Body.WriteAsync(Comment, cancellationToken);
            }

            await response.Body.FlushAsync(cancellationToken);
        }
    }

    private static async IAsyncEnumerable<SseItem<T>> OneAsync(SseItem<T> item)
    {
        await Task.CompletedTask;
        yield return item;
    }
}
