using System.Net;

namespace Portal.ServiceDefaults.Clients;

/// <summary>Tells which calls are made again.</summary>
internal static class RepeatableCall
{
    /// <summary>Marks a request that may be repeated although its method does not say so.</summary>
    public static readonly HttpRequestOptionsKey<bool> Marked = new("Portal.Repeatable");

    /// <summary>Whether a call may be made twice (RFC 9110, section 9.2.2).</summary>
    public static bool IsOne(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Put
        || request.Method == HttpMethod.Delete || request.Method == HttpMethod.Options
        || (request.Options.TryGetValue(Marked, out var repeatable) && repeatable);

    /// <summary>Whether an answer says that the service can't at the moment.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether a call failed before anything of it was sent, so that it was not made even once.</summary>
    public static bool WasNeverMade(Exception? failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError };
}
