using System.Net;
using Microsoft.AspNetCore.Http;
using Portal.Gateway.Limits;

namespace Portal.Gateway.Tests.Limits;

public sealed class LimitKeysTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:bbbb::2", "2001:db8:1:2::")]
    public void A_whole_site_of_IPv6_is_one_address(string address, string key)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(key, LimitKeys.AddressOf(http));
    }

    [Theory]
    [InlineData("Basic ZGVtbzpzZWNyZXQ=", "client demo")]
    [InlineData("Basic !!", "192.0.2.1")]
    [InlineData("Bearer abc", "192.0.2.1")]
    [InlineData("", "192.0.2.1")]
    public void A_client_is_told_apart_by_its_id(string authorization, string key)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        http.Request.Headers.Authorization = authorization;

        Assert.Equal(key, LimitKeys.ClientOrAddressOf(http));
    }
}
