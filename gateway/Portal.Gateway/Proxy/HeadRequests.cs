using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Portal.Gateway.Proxy;

/// <summary>
/// Answers HEAD with what GET would be answered, without the body (RFC 9110, section 9.3.2). Services are asked by GET,
/// so that none of them has to know HEAD, and none guards, counts or records it otherwise than what it stands for.
/// </summary>
internal static class HeadRequests
{
    public static void AddHeadRequests(this TransformBuilderContext context)
    {
        context.AddRequestTransform(request =>
        {
            if (HttpMethods.IsHead(request.HttpContext.Request.Method))
            {
                request.ProxyRequest.Method = HttpMethod.Get;
            }

            return ValueTask.CompletedTask;
        });
        context.AddResponseTransform(response =>
        {
            response.SuppressResponseBody |= HttpMethods.IsHead(response.HttpContext.Request.Method);
            return ValueTask.CompletedTask;
        });
    }
}
