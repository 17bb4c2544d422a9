using System.Reflection;
using Portal.Architecture.Tests.Support;
using Portal.Contracts.Policies;

namespace Portal.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceTests
{
    /// <summary>What a domain must not know, by how assemblies' names begin.</summary>
    private static readonly string[] Infrastructure =
    [
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "MassTransit", "RabbitMQ",
        "Npgsql", "MongoDB",
        "System.Net.Http", "Portal.Persistence", "Portal.Auditing",
    ];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_domain_knows_no_web_database_or_bus(string service)
    {
        var domain = ServiceOf(service).GetTypes()
            .Where(
                type => type is { IsNested: false, Namespace: not null }
                    && type.Namespace.Split('.').Contains("Domain"));

        foreach (var type in domain)
        {
            var forbidden = UsedTypes.AssembliesUsedBy(type)
                .Where(used => Infrastructure.Any(name => used.StartsWith(name, StringComparison.Ordinal)));
            Assert.True(!forbidden.Any(), $"{type} uses {string.Join(", ", forbidden)}.");
        }
    }

    [Fact]
    public void The_search_for_what_code_uses_finds_what_only_a_method_body_names() =>
        Assert.Contains("Portal.Contracts", UsedTypes.AssembliesUsedBy(typeof(Witness)));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_never_references_another(string service)
    {
        var others = House.ServiceNames.Except([service]).Select(other => $"Portal.{other}");

        Assert.Empty(PortalReferences(ServiceOf(service)).Intersect(others));
    }

    [Fact]
    public void The_service_defaults_know_nothing_of_the_domain() =>
        Assert.Empty(PortalReferences(House.ServiceDefaults));

    [Fact]
    public void Persistence_knows_contracts_and_defaults_alone() =>
        Assert.Equal(["Portal.Contracts", "Portal.ServiceDefaults"], PortalReferences(House.Persistence).Order());

    [Fact]
    public void The_spreadsheets_know_nothing_of_the_portal() => Assert.Empty(PortalReferences(House.Spreadsheets));

    private static Assembly ServiceOf(string name) =>
        House.Services.Single(service => service.GetName().Name == $"Portal.{name}");

    private static IEnumerable<string> PortalReferences(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(reference => reference.Name!).Where(name => name.StartsWith("Portal.", StringComparison.Ordinal));

    private sealed class Witness
    {
        public override string ToString() => Enum.GetName(PolicyStatus.Active) + new PolicyLimits().EachOccurrence;
    }
}
