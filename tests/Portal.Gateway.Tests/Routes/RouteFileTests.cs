using Portal.Gateway.Routes;

namespace Portal.Gateway.Tests.Routes;

public sealed class RouteFileTests
{
    private const string Good =
        """{ "name": "policies", "service": "policy", "path": "/api/v1/policies", "methods": ["GET"], "policy": "policies.read", "limit": "read" }""";

    [Fact]
    public void A_complete_route_is_read()
    {
        var route = Assert.Single(Read(Good).Routes);

        Assert.Equal(
            ("policy", "policies.read", "policy", 30),
            (route.Service, route.Policy, route.Cluster, route.TimeoutSeconds));
    }

    [Theory]
    [InlineData("\"policy\": \"audit.read\"")]
    [InlineData("\"policy\": \"anonymous\"")]
    [InlineData("\"policy\": \"optional\", \"browser\": true")]
    [InlineData("\"policy\": \"anonymous\", \"browser\": true")]
    public void A_route_may_ask_for_what_people_have_or_for_no_token(string policy) =>
        Assert.Single(Read(Good.Replace("\"policy\": \"policies.read\"", policy, StringComparison.Ordinal)).Routes);

    [Theory]
    [InlineData("\"policy\": \"policies.read\", ", "", "a route without one is never served")]
    [InlineData("policies.read", "", "a route without one is never served")]
    [InlineData("policies.read", "policies.reed", "policy is a scope")]
    [InlineData("policies.read", "documents.read", "policy is a scope that partners or people can have")]
    [InlineData("\"limit\": \"read\"", "\"limit\": \"lots\"", "limit is one of read, write")]
    [InlineData(", \"limit\": \"read\"", "", "limit is one of read, write")]
    [InlineData("[\"GET\"]", "[]", "methods lists")]
    [InlineData("[\"GET\"]", "[\"FETCH\"]", "methods lists")]
    [InlineData("[\"GET\"]", "[\"GET\", \"HEAD\"]", "HEAD comes with GET")]
    [InlineData("\"methods\": [\"GET\"], ", "", "methods lists")]
    [InlineData("/api/v1/policies", "/internal/v1/policies", "never leads to /internal")]
    [InlineData("/api/v1/policies", "/Internal/v1/policies", "never leads to /internal")]
    [InlineData("/api/v1/policies", "/{**all}", "never leads to /internal or to everything")]
    [InlineData("/api/v1/policies", "policies", "path is required")]
    [InlineData("\"limit\"", "\"steppedIn\": true, \"limit\"", "steppedIn is for pages")]
    [InlineData("\"limit\"", "\"to\": \"/internal/v1/x\", \"limit\"", "never leads to /internal")]
    [InlineData("\"service\": \"policy\", ", "", "name and service are required")]
    [InlineData("\"limit\"", "\"timeoutSeconds\": 0, \"limit\"", "are at least 1")]
    [InlineData("\"limit\"", "\"polcy\": \"anonymous\", \"limit\"", "polcy")]
    [InlineData("\"limit\"", "\"policy\": \"anonymous\", \"limit\"", "policy")]
    [InlineData("policies.read", "optional", "is for pages")]
    [InlineData("\"limit\"", "\"browser\": \"yes\", \"limit\"", "browser")]
    [InlineData("/api/v1/policies\"", "/connect/policies\", \"browser\": true", "no cookie leads there")]
    public void A_route_with_a_fault_stops_the_start_and_is_told_of(string from, string to, string told)
    {
        var failure = Assert.Throws<InvalidOperationException>(
            () => Read(Good.Replace(from, to, StringComparison.Ordinal)));

        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_stands_for_one_route()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Read($"{Good}, {Good}"));

        Assert.Contains("'policies' is used 2 times", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_routes_stops_the_start() => Assert.Throws<InvalidOperationException>(() => Read(""));

    private static RouteFile Read(string routes)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $$"""{ "routes": [{{routes}}] }""");
        try
        {
            return RouteFile.Read(path, ["read", "write"]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
