using Microsoft.AspNetCore.Http;

namespace Portal.Web.Tests.Support;

/// <summary>Refuses what gives power at Identity while the second factor is not fresh, as Identity does.</summary>
internal static class SecondFactorFreshness
{
    private static readonly string[] Guarded =
    [
        "/api/v1/agency/", "/api/v1/applications", "/api/v1/contact-proposals/",
    ];

    public static bool Closes(HttpRequest request) => !HttpMethods.IsGet(request.Method)
        && (Guarded.Any(path => request.Path.Value!.StartsWith(path, StringComparison.Ordinal))
            || IsOfContacts(request))
        && !(HttpMethods.IsDelete(request.Method)
            && request.Path.StartsWithSegments("/api/v1/contact-proposals", StringComparison.Ordinal));

    public static IResult Problem() => FakeServices.Problem(
        StatusCodes.Status403Forbidden, "second-factor-stale",
        "Your second factor was proven too long ago; prove it again with POST /api/v1/session/second-factor.");

    private static bool IsOfContacts(HttpRequest request) =>
        request.Path.Value!.Split('/') is ["", "api", "v1", "clients", _, "contacts", ..];
}
