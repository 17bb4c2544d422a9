using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>
/// Slices of a program don't know each other in a circle, so that each can be read, and taken out, by itself.
/// </summary>
public sealed class SliceTests
{
    public static TheoryData<string> Programs() =>
        [.. House.Services.Append(House.Web).Append(House.Gateway).Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void No_slice_knows_one_that_knows_it(string program)
    {
        var types = TypesOf(program).Where(type => type.Namespace!.Contains(".Features.", StringComparison.Ordinal)
            || type.Namespace.Contains(".Pages.", StringComparison.Ordinal));

        Assert.Empty(Cycles.Of(types, type => type.Namespace!));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void No_room_knows_one_that_knows_it(string program) => Assert.Empty(Cycles.Of(
        TypesOf(program).Where(
            type => type.Namespace!.Count(c => c == '.') >= 2), type => type.Namespace!.Split('.')[2]));

    [Fact]
    public void The_search_for_circles_finds_one() => Assert.NotEmpty(Cycles.Of(
        [typeof(Hen), typeof(Egg)], type => type.Name));

    private static IEnumerable<Type> TypesOf(string program) =>
        House.Services.Append(House.Web).Append(House.Gateway).Single(assembly => assembly.GetName().Name == program)
            .GetTypes()
            .Where(type => type is { IsNested: false, Namespace: not null }
                && type.Namespace.StartsWith("Portal.", StringComparison.Ordinal)
                && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal));
}
