using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Keys.PublishKeys;

/// <summary>The keys with which tokens are checked (RFC 7517, section 5).</summary>
internal static class KeySetEndpoint
{
    public const string Path = "/.well-known/jwks.json";

    public static void MapKeySet(this IEndpointRouteBuilder routes) => routes
        .MapGet(Path, GetAsync)
        .AllowAnonymous()
        .WithName("GetKeys")
        .WithSummary("The public keys with which access tokens are signed.");

    private static async Task<Results<JsonHttpResult<JsonWebKeySet>, ProblemHttpResult>> GetAsync(
        HttpResponse response, IKeySetSource keys, CancellationToken cancellationToken)
    {
        try
        {
            var set = await keys.ReadAsync(cancellationToken);
            response.Headers.CacheControl = "public, max-age=60";
            return TypedResults.Json(set, contentType: "application/jwk-set+json");
        }
        catch (KeySetUnavailableException unavailable)
        {
            return new KeysUnavailable(unavailable.Message).ToProblem();
        }
    }
}
