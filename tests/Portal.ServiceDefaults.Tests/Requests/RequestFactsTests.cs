using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.ServiceDefaults.Requests;

namespace Portal.ServiceDefaults.Tests.Requests;

public sealed class RequestFactsTests
{
    [Theory]
    [InlineData(null, "192.0.2.1")]
    [InlineData("", "192.0.2.1")]
    [InlineData("unknown", "192.0.2.1")]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("198.51.100.9, 203.0.113.7", "203.0.113.7")]
    public void The_callers_address_is_what_the_gateway_says_else_the_connections(string? forwarded, string expected)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        Assert.Equal(expected, http.CallerAddress()?.ToString());
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("head", false)]
    [InlineData("OPTIONS", false)]
    [InlineData("POST", true)]
    [InlineData("DELETE", true)]
    [InlineData("TRACE", true)]
    [InlineData("MADE-UP", true)]
    public void Whatever_is_not_known_to_be_safe_is_unsafe(string method, bool isUnsafe)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;

        Assert.Equal(isUnsafe, http.Request.IsUnsafe());
    }
}
