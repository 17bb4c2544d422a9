using System.Reflection;
using System.Runtime.CompilerServices;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>What is public or open is so on purpose.</summary>
public sealed class VisibilityTests
{
    /// <summary>Folders whose types may be public: shapes of the API, what they are made of, and migrations.</summary>
    private static readonly string[] Open = ["Features", "Domain", "Data", "Storage", "Migrations"];

    // Program is left out: the SDK makes it public, in no namespace.
    [Fact]
    public void Only_shapes_and_what_they_are_made_of_are_public()
    {
        var hidden = House.Services.SelectMany(service => service.GetExportedTypes())
            .Where(type => type.Namespace is not null && !type.Namespace.Split('.').Intersect(Open).Any());

        Assert.Empty(hidden);
    }

    [Fact]
    public void What_a_feature_shows_are_shapes_without_behaviour()
    {
        var behaviour = House.Services.SelectMany(service => service.GetExportedTypes())
            .Where(type => type.Namespace?.Split('.').Contains("Features") is true && !type.IsEnum)
            .SelectMany(
                type => type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(
                method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute))
                    && !IsOverride(method));

        Assert.Empty(behaviour.Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    [Fact]
    public void A_class_that_nothing_derives_from_is_sealed()
    {
        var types = House.Services.Append(House.Persistence).Append(House.ServiceDefaults).Append(House.Contracts)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .ToList();
        var parents = types.Select(type => type.BaseType).OfType<Type>()
            .Select(parent => parent.IsGenericType ? parent.GetGenericTypeDefinition() : parent).ToHashSet();

        var open = types.Where(type => !type.IsSealed && !type.IsAbstract && !parents.Contains(type)
            && !IsWrittenByATool(type));
        Assert.Empty(open);
    }

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsWrittenByATool(Type type) =>
        type.Name == "Program" || type.Namespace is null || type.Namespace.Split('.').Contains("Migrations")
        || !type.Namespace.StartsWith("Portal.", StringComparison.Ordinal);
}
