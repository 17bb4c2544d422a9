using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Architecture.Tests.Support;
using Portal.Persistence;

namespace Portal.Architecture.Tests;

/// <summary>Where a service keeps what it says of its database, and what that is called.</summary>
public sealed partial class StorageTests
{
    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_services_context_is_called_after_it_and_lies_in_Storage(string service)
    {
        var context = Assert.Single(TypesOf(service), type => type.IsSubclassOf(typeof(DbContext)));

        Assert.Equal($"{service}Db", context.Name);
        Assert.EndsWith(".Storage", context.Namespace, StringComparison.Ordinal);
        Assert.True(File.Exists(FileOf(service, $"Storage/{context.Name}.cs")));
        Assert.True(context.IsSealed && context.IsNotPublic, $"{context} is internal and sealed.");
        Assert.Equal(typeof(PortalDb), context.BaseType);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Each_entity_has_a_configuration_in_a_file_of_its_own(string service)
    {
        var mapped = TypesOf(service)
            .SelectMany(type => EntitiesOf(type).Select(entity => (Configuration: type, Entity: entity))).ToList();

        Assert.All(mapped, one =>
        {
            Assert.Equal($"{one.Entity.Name}Configuration", one.Configuration.Name);
            Assert.True(one.Configuration.IsSealed, $"{one.Configuration} is sealed.");
            Assert.EndsWith(".Storage.Configurations", one.Configuration.Namespace, StringComparison.Ordinal);
            Assert.True(
                File.Exists(FileOf(service, $"Storage/Configurations/{one.Configuration.Name}.cs")),
                $"{one.Configuration} is not in a file of its own.");
        });
        Assert.Equal(
            NamesOf(ModelOf(service).Where(type => type.Assembly != House.Persistence)),
            NamesOf(mapped.Select(one => one.Entity)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_context_maps_no_entity_itself(string service)
    {
        var source = File.ReadAllText(FileOf(service, $"Storage/{service}Db.cs"));

        Assert.Contains("ApplyConfigurationsFromAssembly", source, StringComparison.Ordinal);
        Assert.DoesNotMatch(MappedInline(), source);
    }

    private static IEnumerable<Type> EntitiesOf(Type configuration) => configuration.GetInterfaces()
        .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        .Select(one => one.GetGenericArguments()[0]);

    private static List<Type> ModelOf(string service)
    {
        using var scope = ServiceApp.Build(service).Services.CreateScope();
        return [.. ServiceApp.DatabaseOf(scope.ServiceProvider, service).Model.GetEntityTypes()
            .Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType)];
    }

    private static IEnumerable<string?> NamesOf(IEnumerable<Type> types) =>
        types.Select(type => type.FullName).Order(StringComparer.Ordinal);

    private static Type[] TypesOf(string service) =>
        House.Services.Single(assembly => assembly.GetName().Name == $"Portal.{service}").GetTypes();

    private static string FileOf(string service, string path) => Path.Combine(House.Root, "services", service, path);

    /// <summary>
    /// An entity in <c>OnModelCreating</c>, unless to give it a filter that asks the context's other tables.
    /// </summary>
    [GeneratedRegex(@"\.Entity(<\w+>)?\((?!\)\s*\.HasQueryFilter\()")]
    private static partial Regex MappedInline();
}
