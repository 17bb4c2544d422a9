using System.Net;
using System.Security.Claims;
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

    [Fact]
    public void Who_acts_for_a_client_is_told_apart_from_the_client_and_from_others_who_do()
    {
        string[] keys =
        [
            KeyOf(("sub", "7")),
            KeyOf(("sub", "8")),
            KeyOf(("sub", "7"), ("act", """{"sub":"a"}""")),
            KeyOf(("sub", "7"), ("act", """{"sub":"b"}""")),
        ];

        Assert.Distinct(keys);
    }

    private static string KeyOf(
        params (string Type, string Value)[] claims) => LimitKeys.CallerOf(new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity(
            claims.Append(("client_id", "svc-gateway")).Select(
                claim => new Claim(claim.Item1, claim.Item2)), "Session")),
        });
}
