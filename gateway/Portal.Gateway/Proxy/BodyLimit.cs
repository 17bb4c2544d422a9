using Microsoft.AspNetCore.Http.Features;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Refuses a body that says itself that it is too large before a byte of it is passed on; one that does not say is cut
/// off by the server while it is read.
/// </summary>
internal static class BodyLimit
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next) =>
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most
            && http.Request.ContentLength > most
            ? TypedResults.Problem(
                detail: $"The request's body is larger than the {most} bytes that this route takes.",
                statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(http)
            : next(http);
}
