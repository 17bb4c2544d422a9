using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>
/// What is counted by where it comes from is counted by site: whoever has one address of a /64 has all of them.
/// </summary>
public sealed partial class CountingTests
{
    /// <summary>Tells services who called the gateway; what they write down keeps the whole address.</summary>
    private const string TellsTheAddress = "Portal.ServiceDefaults/Requests/RequestFacts.cs";

    [Fact]
    public void A_connections_address_is_read_as_its_site() => Assert.DoesNotContain(
        Lines(),
        line => line.File != TellsTheAddress && line.Text.Contains("RemoteIpAddress", StringComparison.Ordinal)
            && !line.Text.Contains("SourceSite.Of(", StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_throttled_under_an_address()
    {
        var keys = Lines().Where(line => line.Text.Contains("ThrottleRule.KeyOf(", StringComparison.Ordinal)).ToList();

        Assert.Contains(keys, line => line.Text.Contains(".Site", StringComparison.Ordinal));
        Assert.DoesNotContain(keys, line => Address().IsMatch(line.Text));
    }

    private static IEnumerable<(string File, string Text)> Lines() =>
        from path in House.Files(".cs")
        let file = House.Relative(path)
        where !file.StartsWith("tests/", StringComparison.Ordinal)
        from text in File.ReadLines(path)
        select (file, text.Trim());

    [GeneratedRegex(@"\.From\b|Address\b|\.Connection\b")]
    private static partial Regex Address();
}
