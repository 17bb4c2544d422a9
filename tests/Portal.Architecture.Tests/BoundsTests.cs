using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;

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
        var recorder = scope.ServiceProvider.GetService(House.Outbox.GetType("Portal.Outbox.Actions.ActionRecorder", throwOnError: true)!);

        Assert.All(changing, route => Assert.NotNull(route.Metadata.GetMetadata<IEndpointNameMetadata>()));
        Assert.True(changing.Count == 0 || recorder is not null, $"Name {service} to AddPortalDatabase (recordActionsOf).");
        Assert.True(
            recorder is null
            || ServiceApp.DatabaseOf(scope.ServiceProvider, service).Model.GetEntityTypes().Any(entity => entity.ClrType.Name == "OutboxMessage"),
            $"What {service} records needs the outbox; add it to the model.");
    }

    private static bool IsOfPeople(RouteEndpoint route) =>
        ServiceApp.PathOf(route).StartsWith("/api/", StringComparison.Ordinal);

    private static bool Changes(RouteEndpoint route) => ServiceApp.MethodsOf(route).Except(Safe).Any();
}
