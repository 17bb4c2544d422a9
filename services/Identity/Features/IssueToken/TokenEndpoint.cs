using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Identity.Features.IssueToken;

/// <summary>The token endpoint (RFC 6749, section 3.2). Its errors are the RFC's, not problem details.</summary>
internal static partial class TokenEndpoint
{
    private const int MaxBodyBytes = 16 * 1024;

    public static void MapTokenEndpoint(this IEndpointRouteBuilder routes) => routes
        .MapPost("/connect/token", IssueAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
        .WithName("IssueToken")
        .WithSummary("Issues an access token for the client itself (client_credentials; client_secret_basic or client_secret_post).")
        .AddOpenApiOperationTransformer(TokenForm.DescribeAsync);

    private static async Task<Results<JsonHttpResult<TokenAnswer>, JsonHttpResult<OAuthError>>> IssueAsync(
        HttpContext http, TokenIssuer issuer, ILogger<TokenIssuer> logger, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        var (form, error) = await TokenForm.ReadAsync(http.Request, cancellationToken);
        if (form is null)
        {
            return Refuse(http, error!);
        }

        (var credentials, error) = ClientCredentials.Read(http.Request.Headers.Authorization, form);
        if (credentials is null)
        {
            return Refuse(http, error!);
        }

        if (await issuer.AuthenticateAsync(credentials, cancellationToken) is not { } client)
        {
            LogRefused(logger, http.Connection.RemoteIpAddress);
            return Refuse(http, OAuthError.InvalidClient);
        }

        if (form.GrantType != "client_credentials")
        {
            return Refuse(http, form.GrantType is null
                ? OAuthError.InvalidRequest("grant_type is missing; send grant_type=client_credentials.")
                : OAuthError.UnsupportedGrantType);
        }

        return issuer.Issue(client, form.Scope) is { } answer ? TypedResults.Json(answer) : Refuse(http, OAuthError.InvalidScope);
    }

    private static JsonHttpResult<OAuthError> Refuse(HttpContext http, OAuthError error)
    {
        if (error != OAuthError.InvalidClient)
        {
            return TypedResults.Json(error, statusCode: StatusCodes.Status400BadRequest);
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Basic realm=\"portal\", charset=\"UTF-8\"";
        return TypedResults.Json(error, statusCode: StatusCodes.Status401Unauthorized);
    }

    [LoggerMessage(LogLevel.Warning, "A token was refused to a client at {Address}: unknown id or wrong secret")]
    private static partial void LogRefused(ILogger logger, System.Net.IPAddress? address);
}
