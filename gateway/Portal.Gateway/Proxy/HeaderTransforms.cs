using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Net.Http.Headers;
using Portal.Gateway.Routes;
using Portal.Gateway.Sessions;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Portal.Gateway.Proxy;

/// <summary>
/// What passes the gateway in the headers. Who the caller is, the token alone says: names by which proxies pass on an
/// address or an identity are taken out, and set anew from the connection.
/// </summary>
internal static class HeaderTransforms
{
    private const string InternalPrefix = "X-Portal-";

    private static readonly string[] NeverFromOutside =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix",
        "X-Forwarded-Port",
        "X-Real-IP", "X-Client-IP", "X-Original-For", "X-Original-Host", "X-Original-URL", "X-Rewrite-URL",
        "X-Http-Method-Override",
    ];

    private static readonly string[] NeverToOutside = ["Server", "X-Powered-By"];

    public static void AddHeaderHygiene(this TransformBuilderContext context)
    {
        context.AddRequestTransform(request =>
        {
            CleanRequest(request.HttpContext.Request.Headers, request.ProxyRequest.Headers);
            PassCaller(request.HttpContext, request.ProxyRequest.Headers);
            return ValueTask.CompletedTask;
        });
        context.AddXForwarded(ForwardedTransformActions.Set);
        context.AddResponseTransform(response =>
        {
            CleanResponse(response.HttpContext.Response.Headers);
            Locations.Rewrite(response);
            TakeNote(response.HttpContext);
            return ValueTask.CompletedTask;
        });
    }

    private static void CleanRequest(IHeaderDictionary received, HttpRequestHeaders sent)
    {
        // RFC 9110, section 7.6.1: what Connection names is meant for this hop alone.
        var thisHop = received.GetCommaSeparatedValues(HeaderNames.Connection);
        var names = sent.NonValidated.Select(header => header.Key)
            .Where(name => IsInternal(name) || Holds(NeverFromOutside, name) || Holds(thisHop, name)).ToList();
        foreach (var name in names)
        {
            sent.Remove(name);
        }
    }

    // The session's reference is for the gateway alone, and other cookies for the pages that set them.
    private static void PassCaller(HttpContext http, HttpRequestHeaders sent)
    {
        sent.Remove(HeaderNames.Cookie);
        if (http.GetEndpoint()?.Metadata.GetMetadata<PortalRoute>() is { Browser: true }
            && SessionCookie.Others(http.Request.Headers.Cookie) is { Length: > 0 } cookies)
        {
            sent.TryAddWithoutValidation(HeaderNames.Cookie, cookies);
        }

        if (http.Features.Get<SessionOutcome>() is SessionOutcome.Live(var token))
        {
            sent.Authorization = new AuthenticationHeaderValue(JwtBearerDefaults.AuthenticationScheme, token.Value);
        }
        else if (http.Features.Get<DelegationFeature>() is not null)
        {
            // A token of one's own was not judged there, so that nothing may be made of it behind the gateway.
            sent.Authorization = null;
        }
    }

    // Switching accounts and stepping in give the browser a new reference; a token of the old one would speak for what
    // was. A session that was just given out is known when it comes back.
    private static void TakeNote(HttpContext http)
    {
        if (SessionCookie.IsIn(http.Response) && SessionCookie.Read(http.Request) is { } old)
        {
            http.RequestServices.GetRequiredService<SessionTokens>().Forget(old);
        }

        if (SessionCookie.Read(http.Response) is { } given)
        {
            http.RequestServices.GetRequiredService<KnownReferences>().Add(SessionKey.Of(given, delegation: null).Hash);
        }
    }

    private static void CleanResponse(IHeaderDictionary sent)
    {
        foreach (var name in sent.Keys.Where(name => IsInternal(name) || Holds(NeverToOutside, name)).ToList())
        {
            sent.Remove(name);
        }
    }

    private static bool IsInternal(string name) => name.StartsWith(InternalPrefix, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
