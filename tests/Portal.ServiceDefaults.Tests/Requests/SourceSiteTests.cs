using System.Net;
using Portal.ServiceDefaults.Requests;

namespace Portal.ServiceDefaults.Tests.Requests;

public sealed class SourceSiteTests
{
    [Theory]
    [InlineData(null, "unknown")]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:1:2:aaaa::1", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:2:bbbb:1:2:3", "2001:db8:1:2::")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::")]
    [InlineData("fe80::1%3", "fe80::")]
    [InlineData("2002:cb00:7109:1::1", "203.0.113.9")]
    [InlineData("2002:cb00:7109:ffff::1", "203.0.113.9")]
    [InlineData("64:ff9b::203.0.113.9", "203.0.113.9")]
    [InlineData("64:ff9b::203.0.113.10", "203.0.113.10")]
    [InlineData("64:ff9b:1::1", "64:ff9b:1::")]
    public void All_addresses_of_a_site_are_one_and_two_sites_are_two(string? address, string site) =>
        Assert.Equal(site, SourceSite.Of(address is null ? null : IPAddress.Parse(address)));
}
