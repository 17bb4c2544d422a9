using System.Buffers.Text;
using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace Portal.Web.Pages.Public.ApiReference;

/// <summary>
/// The APIs of all services as a page for people, drawn from the descriptions that the gateway serves to anyone.
/// </summary>
internal static class ApiReferenceEndpoint
{
    private const string Path = "/docs";
    private const int NonceBytes = 16;

    private static readonly string[] Services = ["Identity", "Policy", "Certificate", "Compliance", "Notification"];

    public static void MapApiReference(this IEndpointRouteBuilder routes) => routes
        .MapScalarApiReference(Path, Describe)
        .AllowAnonymous();

    private static void Describe(ScalarOptions options, HttpContext http)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(NonceBytes));
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy(nonce);

        // Whatever would ask somebody else's server is off: fonts, the question answerer, usage counts, links to the
        // maker's client and to its developer tools.
        options.WithTitle("Portal API").WithNonce(nonce).DisableDefaultFonts().DisableAgent().DisableMcp()
            .DisableTelemetry()
            .HideClientButton().HideDeveloperTools();
        foreach (var service in Services)
        {
            options.AddDocument(service, service, $"/openapi/{service.ToLowerInvariant()}.json");
        }
    }

    /// <summary>
    /// As strict as that of every page but for styles: the reference makes style elements and attributes as it draws.
    /// </summary>
    private static string ContentPolicy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' "
        + "data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
