using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Portal.Architecture.Tests.Support;

namespace Portal.Architecture.Tests;

/// <summary>The same part has the same name and place in every service (decision 024).</summary>
public sealed partial class DialectTests
{
    private static readonly string[] Common = ["Domain", "Features", "Integration", "Migrations", "Storage"];

    /// <summary>Rooms of a service's own trade.</summary>
    private static readonly Dictionary<string, string[]> Trades = new()
    {
        ["Certificate"] = ["Rendering"],
        ["Compliance"] = [],
        ["Identity"] = ["Http", "Keys", "Seeding"],
        ["Notification"] = ["Mime", "Smtp", "Telemetry", "Templates", "Texts", "Urgent"],
        ["Policy"] = ["Csv", "Idempotency"],
    };

    /// <summary>Endings of names that once stood for the same as the one after it.</summary>
    private static readonly Dictionary<string, string> OtherWords = new()
    {
        ["Endpoints"] = "Endpoint",
        ["Route"] = "Endpoint",
        ["Routes"] = "Endpoint",
        ["Position"] = "Cursor",
        ["Settings"] = "Options",
        ["View"] = "Response",
        ["Book"] = "Manager or Store",
        ["Desk"] = "Store",
        ["Verdict"] = "Evaluation",
        ["Setup"] = "Services",
    };

    /// <summary>What an agency sets for itself has that name in the API and on the pages too.</summary>
    private static readonly string[] OwnWords = ["AgencySettings"];

    public static TheoryData<string> Services() => [.. House.ServiceNames];

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_begins_in_the_same_three_files(string service)
    {
        Assert.Contains(
            $"void Add{service}Services(this ", Read(service, $"{service}Services.cs"), StringComparison.Ordinal);
        Assert.Contains(
            $"void Map{service}Api(this IEndpointRouteBuilder ", Read(
                service, $"{service}Api.cs"), StringComparison.Ordinal);
        var program = Read(service, "Program.cs");
        Assert.Contains($"builder.Add{service}Services();", program, StringComparison.Ordinal);
        Assert.Contains($"app.Map{service}Api();", program, StringComparison.Ordinal);
        Assert.Contains("await app.RunAsync();", program, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_has_the_common_rooms_and_those_of_its_trade(string service)
    {
        var folder = Path.Combine(House.Root, "services", service);
        var rooms = House.SourceUnder(folder, ".cs")
            .Select(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar))
            .Where(path => path.Length > 1).Select(path => path[0]).Distinct();

        Assert.Empty(rooms.Except(Common).Except(Trades[service]));
        Assert.Equal(
            new[] { "Program.cs", $"{service}Api.cs", $"{service}Services.cs" }.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(folder, "*.cs").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_route_is_mapped_by_an_endpoint_that_has_its_name()
    {
        var wrong =
            from path in Source()
            let file = House.Relative(path)
            let text = File.ReadAllText(path)
            where Mapping().IsMatch(text)
            let name = Path.GetFileNameWithoutExtension(file)
            let subject = name.EndsWith("Endpoint", StringComparison.Ordinal) ? name[..^"Endpoint".Length] : null
            where subject is null
                || !text.Contains($" class {name}", StringComparison.Ordinal)
                || !text.Contains($" Map{subject}(this IEndpointRouteBuilder ", StringComparison.Ordinal)
            select $"{file} maps routes; only <X>Endpoint.cs does, in a static class <X>Endpoint with Map<X>.";

        Assert.Empty(wrong);
    }

    [Fact]
    public void One_word_for_one_part()
    {
        var wrong =
            from type in Types()
            from other in OtherWords
            where type.Name.EndsWith(other.Key, StringComparison.Ordinal) && type.Name != other.Key
                && !OwnWords.Contains(type.Name)
            select $"{type} ends in {other.Key}; the word is {other.Value}.";

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_handler_handles()
    {
        var wrong =
            from type in Types()
            where type.Namespace!.Contains(".Features", StringComparison.Ordinal)
                && type.Name.EndsWith("Handler", StringComparison.Ordinal)
            where type is { IsAbstract: false } && type.BaseType == typeof(object)
            where type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .All(method => method.Name != "HandleAsync")
            select $"{type} has no HandleAsync.";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_present_is_called_time_and_the_log_log()
    {
        var wrong =
            from type in Types()
            from method in type.GetConstructors(All).Cast<MethodBase>().Concat(type.GetMethods(All))
            from parameter in method.GetParameters()
            let expected = parameter.ParameterType == typeof(TimeProvider) ? "time"
                : parameter.ParameterType.IsAssignableTo(typeof(ILogger)) ? "log"
                : null
            where expected is not null && parameter.Name is { } name && !name.StartsWith('<') && name != expected
            where !parameter.Member.Name.StartsWith('<') && !IsExtension(parameter) && !IsWritten(method)
            select $"{type}.{method.Name} calls its {parameter.ParameterType.Name} {parameter.Name}, not {expected}.";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void What_is_bound_to_configuration_are_options_with_a_section()
    {
        var bound = Source().SelectMany(path => Options().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(bound);
        Assert.All(bound, name => Assert.EndsWith("Options", name, StringComparison.Ordinal));
    }

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;

    private static string Read(string service, string file) =>
        File.ReadAllText(Path.Combine(House.Root, "services", service, file));

    private static IEnumerable<string> Source() => House.SourceUnder(Path.Combine(House.Root, "services"), ".cs")
        .Concat(House.SourceUnder(Path.Combine(House.Root, "web"), ".cs"));

    private static IEnumerable<Type> Types() => House.Services.Append(House.Web)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsNested: false, Namespace: not null } && type.Name[0] != '<'
            && type.Namespace.StartsWith("Portal.", StringComparison.Ordinal)
            && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal));

    private static bool IsExtension(ParameterInfo parameter) =>
        parameter.Position == 0
            && parameter.Member.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute));

    // What the compiler or a generator made.
    private static bool IsWritten(MethodBase method) => method.IsDefined(
        typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute));

    [GeneratedRegex(@"\.Map(Get|Post|Put|Patch|Delete|Methods)\(")]
    private static partial Regex Mapping();

    [GeneratedRegex(@"\.(?:AddOptions|Configure)<(\w+)>\(")]
    private static partial Regex Options();
}
