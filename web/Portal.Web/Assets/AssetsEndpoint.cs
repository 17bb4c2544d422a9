using Microsoft.AspNetCore.Http.HttpResults;

namespace Portal.Web.Assets;

/// <summary>Style sheets, scripts and pictures.</summary>
internal static class AssetsEndpoint
{
    private const string Forever = "public, max-age=31536000, immutable";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/{file}", Get)
        .AllowAnonymous();

    private static Results<FileContentHttpResult, NotFound> Get(string file, AssetStore assets, HttpContext http)
    {
        if ((assets.Find(file) ?? AccentSheet.Find(file)) is not { } asset)
        {
            return TypedResults.NotFound();
        }

        var headers = http.Response.Headers;
        headers.CacheControl = Forever;
        headers.Vary = "Accept-Encoding";
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        if (accepted.Any(encoding => encoding.Value == "br" && encoding.Quality is null or > 0))
        {
            headers.ContentEncoding = "br";
            return TypedResults.Bytes(asset.Brotli, asset.ContentType);
        }

        if (accepted.Any(encoding => encoding.Value == "gzip" && encoding.Quality is null or > 0))
        {
            headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(asset.Gzip, asset.ContentType);
        }

        return TypedResults.Bytes(asset.Content, asset.ContentType);
    }
}
