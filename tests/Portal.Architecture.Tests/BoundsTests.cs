using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;
using Portal.Auditing;

namespace Portal.Architecture.Tests;

/// <summary>What every service has to do with its changes, and what a new one could forget.</summary>
public sealed class BoundsTests
{
    /// <summary>Keeps the audit trail, and knows accounts by more than their rows.</summary>
    private const string KeeperOfTheTrail = "Identity";

    private static readonly string[] Safe = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options];

    public static TheoryData<string> Services() => [.. House.ServiceNames.Except([KeeperOfTheTrail])];

    [Theory]
    [MemberData(nameof(Services))]
    public void What_people_change_by_a_route_has_a_name_and_is_recorded(string service)
    {
        var app = ServiceApp.Build(service);
        var changing = ServiceApp.RoutesOf(app).Where(route => IsOfPeople(route) && Changes(route)).ToList();
        using var scope = app.Services.CreateScope();
        var records = scope.ServiceProvider.GetServices<ISaveChangesInterceptor>()
            .Any(one => one.GetType().Assembly == House.Auditing);

        Assert.All(changing, route => Assert.NotNull(route.Metadata.GetMetadata<IEndpointNameMetadata>()));
        Assert.True(changing.Count == 0 || records, $"{service} lacks AddAuditing.");
        Assert.True(
            !records
            || ServiceApp.DatabaseOf(scope.ServiceProvider, service).Model.GetEntityTypes()
                .Any(entity => entity.ClrType.Name == "OutboxMessage"),
            $"What {service} records needs the outbox; add it to the model.");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_route_by_which_people_change_something_says_which_client_it_concerns(string service)
    {
        var changing = ServiceApp.RoutesOf(ServiceApp.Build(service))
            .Where(route => IsOfPeople(route) && Changes(route));

        Assert.All(changing, route =>
        {
            var concerned = Assert.Single(route.Metadata.OfType<ConcernedClient>());
            Assert.True(
                concerned is not ConcernedClient.InAddress(var name)
                    || route.RoutePattern.GetParameter(name) is not null,
                $"The address of {route.DisplayName} has no such part as {concerned} says.");
            Assert.True(
                concerned is not ConcernedClient.None { Because: "" },
                $"{route.DisplayName} does not say why it concerns no client.");
        });
    }

    private static bool IsOfPeople(RouteEndpoint route) =>
        ServiceApp.PathOf(route).StartsWith("/api/", StringComparison.Ordinal);

    private static bool Changes(RouteEndpoint route) => ServiceApp.MethodsOf(route).Except(Safe).Any();
}
