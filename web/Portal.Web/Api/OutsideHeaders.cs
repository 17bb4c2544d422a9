using System.Net.Http.Headers;

namespace Portal.Web.Api;

/// <summary>Headers of requests to services whose value came with the request for the page.</summary>
internal static class OutsideHeaders
{
    /// <summary>
    /// Adds a header without the characters that none can hold (RFC 9110, section 5.5). Cookies and forms can carry a
    /// line break, which would begin another header at the service, or another request.
    /// </summary>
    public static void AddFromOutside(this HttpRequestHeaders headers, string name, string value) =>
        headers.TryAddWithoutValidation(
            name, string.Concat(value.Where(character => character is '\t' or (>= ' ' and <= '~'))));
}
