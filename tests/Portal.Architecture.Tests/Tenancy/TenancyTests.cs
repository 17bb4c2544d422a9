using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;
using Portal.Persistence.Tenancy;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Architecture.Tests.Tenancy;

/// <summary>Whose the rows are: docs/decisions/021-tenancy-by-marker.md. No server is asked.</summary>
public sealed class TenancyTests
{
    private static readonly string[] Filters = [AgencyScope.Filter, AgencyScope.AccountFilter];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_entity_is_bounded_by_agency_and_by_account_or_says_why_not(string service)
    {
        var entities = EntitiesOf(service);

        Assert.NotEmpty(entities);
        Assert.All(entities, entity => Assert.All(Filters, filter => Assert.True(
            entity.FindDeclaredQueryFilter(filter) is not null ^ !string.IsNullOrWhiteSpace(entity.WhyWithout(filter)),
            $"{entity.ClrType} has no filter by {filter}, and does not say why.")));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_row_that_names_its_agency_is_seen_beyond_it(string service)
    {
        var named = EntitiesOf(service).Where(entity => entity.FindProperty("AgencyId") is not null).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, entity => Assert.NotNull(entity.FindDeclaredQueryFilter(AgencyScope.Filter)));
    }

    [Fact]
    public void What_is_seen_beyond_its_agency_or_account_is_listed_with_the_reason()
    {
        var seen = House.ServiceNames.SelectMany(RowsOf).ToList();
        var listed = File.ReadLines(Path.Combine(House.Root, "tests/Portal.Architecture.Tests/Tenancy/exemptions.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();

        Assert.True(!seen.Except(listed).Any(), $"Not in exemptions.txt:\n{string.Join('\n', seen.Except(listed))}");
        Assert.True(!listed.Except(seen).Any(), $"No longer so:\n{string.Join('\n', listed.Except(seen))}");
    }

    private static IEnumerable<string> RowsOf(string service) => EntitiesOf(service).SelectMany(entity => Filters
        .Select(filter => (Filter: filter, Because: entity.WhyWithout(filter))).Where(one => one.Because is not null)
        .GroupBy(one => one.Because, one => one.Filter)
        .Select(group => $"{service} {entity.ClrType.Name} {string.Join(' ', group)} | {group.Key}"));

    /// <summary>Whatever a service maps, but what is read with its owner alone, whose filters hold for it.</summary>
    private static List<IEntityType> EntitiesOf(string service)
    {
        using var scope = ServiceApp.Build(service).Services.CreateScope();
        return [
            .. ServiceApp.DatabaseOf(scope.ServiceProvider, service).Model.GetEntityTypes()
                .Where(entity => !entity.IsOwned()),
        ];
    }
}
