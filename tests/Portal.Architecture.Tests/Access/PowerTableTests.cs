using MassTransit;
using Portal.Architecture.Tests.Support;
using Portal.Identity.Features.Access;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Architecture.Tests.Access;

/// <summary>
/// <c>docs/powers.md</c> against the real routes and consumers: each that could change something has its row, and what
/// the row says of a power is what the power's rule says.
/// </summary>
public sealed class PowerTableTests
{
    private static readonly string[] Safe = ["GET", "HEAD", "OPTIONS", "TRACE"];

    [Fact]
    public void Every_road_that_gives_a_power_has_the_row_that_its_rule_says()
    {
        var expected = Roads().SelectMany(road => road.Powers.Select(power => RowOf(power, road.Name)))
            .Order(StringComparer.Ordinal).ToList();
        var rows = PowerTable.Read().Powers.Order(StringComparer.Ordinal).ToList();

        Assert.True(
            expected.SequenceEqual(rows),
            $"{PowerTable.File} lacks:\n{Lines(expected.Except(rows))}\nand has no business "
            + $"with:\n{Lines(rows.Except(expected))}");
    }

    [Fact]
    public void Every_other_road_has_a_row_that_says_why_it_gives_none()
    {
        var others = Roads().Where(road => road.Powers.Count == 0 && road.MayChange).Select(road => road.Name)
            .ToHashSet();
        var rows = PowerTable.Read().Others.Keys;

        Assert.True(
            others.SetEquals(rows),
            $"{PowerTable.File} "
            + $"lacks:\n{Lines(others.Except(rows).Select(road => PowerTable.Write(road, "why?")))}\nand has no "
            + $"business with:\n{Lines(rows.Except(others))}");
    }

    [Fact]
    public void Every_form_leads_to_a_road_that_is_there()
    {
        var roads = Roads().Select(road => Unnamed(road.Name[(road.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
            .ToHashSet();

        var taken = PowerTable.Read().Pages.SelectMany(form => form.Value.Split(" or ")).ToList();
        Assert.NotEmpty(taken);
        Assert.All(taken, road => Assert.Contains(Unnamed(road), roads));
    }

    [Fact]
    public void Every_power_has_a_road() => Assert.Empty(
        AllPowers().Except(Roads().SelectMany(road => road.Powers)).Select(power => power.Name));

    [Fact]
    public void No_partner_and_nobody_who_stepped_in_has_a_scope_that_gives_a_power()
    {
        var scopes = AllPowers().Select(power => power.Scope).OfType<string>().ToHashSet();

        Assert.Empty(scopes.Intersect(Scopes.ForPartners));
        Assert.Empty(scopes.Intersect(RoleScopes.OfDelegate(PortalClaims.ViewMode)));
        Assert.Empty(scopes.Intersect(RoleScopes.OfDelegate(PortalClaims.ManageMode)));
    }

    [Fact]
    public void An_assistant_has_no_power_over_others_but_to_step_in_and_look()
    {
        var own = new[] { Powers.StepIn, Powers.AskConsent, Powers.AddPasskey, Powers.RemovePasskey };
        var scopes = RoleScopes.Of(Roles.Assistant);

        Assert.Empty(
            AllPowers().Except(own).Where(
                power => power.Scope is { } scope && scopes.Contains(scope)).Select(power => power.Name));
    }

    // What a part of an address is called says nothing of where it leads.
    private static string Unnamed(string road) =>
        System.Text.RegularExpressions.Regex.Replace(road, @"\{[^}]*\}", "{}");

    private static IEnumerable<Power> AllPowers() =>
        typeof(Powers).GetFields().Select(field => field.GetValue(null)).OfType<Power>();

    private static IEnumerable<Road> Roads() =>
        House.ServiceNames.SelectMany(service => Routes(service).Concat(Messages(service)));

    private static IEnumerable<Road> Routes(string service) => ServiceApp.RoutesOf(ServiceApp.Build(service))
        .SelectMany(route =>
        ServiceApp.MethodsOf(route).Select(method => new Road(
            AccessTable.RowOf(service, method, ServiceApp.PathOf(route)),
            [.. route.Metadata.GetOrderedMetadata<RequiredPower>().Select(required => required.Power)],
            !Safe.Contains(method))));

    private static IEnumerable<Road> Messages(string service) =>
        from type in House.Services.Single(assembly => assembly.GetName().Name == $"Portal.{service}").GetTypes()
        from face in type.GetInterfaces()
        where !type.IsAbstract && face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)
        let message = face.GetGenericArguments()[0]
        let carried = message.IsGenericType ? message.GetGenericArguments()[0] : message
        select new Road($"{service.ToLowerInvariant()} message {carried.Name}", [], true);

    private static string RowOf(Power power, string road) => PowerTable.Write(
        power.Name,
        road,
        power.Scope ?? "-",
        power.NeedsFreshFactor ? "yes" : "no",
        power.Tells.Count == 0 ? "nobody" : string.Join(
            ", ", power.Tells.Select(tells => $"{tells.To}: {tells.Notice}")));

    private static string Lines(IEnumerable<string> rows) => string.Join('\n', rows.Order(StringComparer.Ordinal));

    private sealed record Road(string Name, IReadOnlyList<Power> Powers, bool MayChange);
}
