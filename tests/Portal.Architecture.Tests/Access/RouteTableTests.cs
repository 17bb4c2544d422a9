using System.Net;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Architecture.Tests.Access;

/// <summary>
/// Every route of every service times every role: what routes.txt allows is let through to the handler, everything else
/// is refused before it.
/// </summary>
public sealed class RouteTableTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    public async ValueTask InitializeAsync() => _issuer = await TestIssuer.StartAsync();

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_route_lets_through_whom_the_table_names_and_nobody_else(string service)
    {
        var table = AccessTable.Read();
        await using var running = await RunningService.StartAsync(
            service, _issuer, TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        foreach (var (method, endpoint) in running.Routes)
        {
            var row = AccessTable.RowOf(service, method, ServiceApp.PathOf(endpoint));
            var asked = endpoint.Metadata.GetOrderedMetadata<RequiredScope>().Select(required => required.Scope)
                .ToList();
            var answers = new Dictionary<string, HttpStatusCode>();
            foreach (var role in Role.All)
            {
                answers[role.Name] = await running.AskAsync(
                    method, endpoint, role.Token(
                        _issuer, asked), role.Name == Role.Operator, TestContext.Current.CancellationToken);
            }

            wrong.AddRange(Judge(row, table.AllowedOn(row), answers));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_row_whose_route_is_gone_goes_too(string service)
    {
        var routes = ServiceApp.RoutesOf(ServiceApp.Build(service)).SelectMany(route => ServiceApp.MethodsOf(route)
            .Select(method => AccessTable.RowOf(service, method, ServiceApp.PathOf(route))));

        var stale = AccessTable.Read().Routes
            .Where(route => route.StartsWith($"{service.ToLowerInvariant()} ", StringComparison.Ordinal))
                .Except(routes);
        Assert.Empty(stale);
    }

    private static IEnumerable<string> Judge(
        string row, IReadOnlyCollection<string>? allowed, Dictionary<string, HttpStatusCode> answers)
    {
        if (allowed is null)
        {
            var reached = answers.Where(answer => answer.Value == RunningService.Reached).Select(answer => answer.Key)
                .ToList();
            yield return $"No row in routes.txt; as the route is now it would be, if that is meant: {row} | "
                + $"{AccessTable.Write(reached)}";
            yield break;
        }

        foreach (var (role, answer) in answers)
        {
            var expected = allowed.Contains(role) ? RunningService.Reached
                : role is "anonymous" or Role.Operator ? HttpStatusCode.Unauthorized
                : HttpStatusCode.Forbidden;
            if (answer != expected)
            {
                yield return $"{row}: {role} is answered {(int)answer}, not {(int)expected}.";
            }
        }
    }
}
