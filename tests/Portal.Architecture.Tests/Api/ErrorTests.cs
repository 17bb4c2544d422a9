using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Portal.Architecture.Tests.Support;
using Portal.ServiceDefaults.Results;

namespace Portal.Architecture.Tests.Api;

/// <summary>Every error's code keeps to the rule in docs/vocabulary.md.</summary>
public sealed partial class ErrorTests
{
    private static readonly List<Error> Errors = [.. Types().Select(Made)];

    [Fact]
    public void Errors_of_services_the_gateway_and_what_they_share_are_read() =>
        Assert.Superset(
            new HashSet<string>
            {
                "policy-not-found",
                "secret-not-found",
                "host-not-served",
                "token-required",
                "database-unavailable",
            },
            Errors.Select(error => error.Code).ToHashSet());

    [Fact]
    public void A_code_is_written_in_the_words_of_the_vocabulary()
    {
        Assert.All(Errors, error => Assert.Matches(KebabCase(), error.Code));
        Assert.All(Errors, error => Assert.Null(Vocabulary.Forbidden(error.Code)));
        Assert.All(Errors, error => Assert.DoesNotMatch(OtherWords(), error.Code));
    }

    [Fact]
    public void What_is_not_there_is_not_found_and_nothing_else_is() => Assert.All(
        Errors, error => Assert.True(
            error is NotFound == error.Code.EndsWith("-not-found", StringComparison.Ordinal), error.Code));

    [Fact]
    public void What_comes_back_by_itself_is_unavailable_or_too_many() => Assert.All(Errors, error =>
    {
        Assert.True(error is Unavailable == error.Code.EndsWith("-unavailable", StringComparison.Ordinal), error.Code);
        Assert.True(
            error is TooMany
                or Conflict == (error is Conflict || error.Code.StartsWith("too-many-", StringComparison.Ordinal)
                || error.Code.EndsWith("-too-soon", StringComparison.Ordinal)),
            error.Code);
    });

    [Fact]
    public void A_version_that_is_not_the_current_one_has_one_code() => Assert.All(
        Errors, error => Assert.True(error is PreconditionFailed == (error.Code == "changed-meanwhile"), error.Code));

    [Fact]
    public void One_code_has_one_status()
    {
        var several = Errors.GroupBy(error => error.Code, error => error.ToProblem().StatusCode)
            .Where(code => code.Distinct().Count() > 1)
                .Select(code => $"{code.Key}: {string.Join(", ", code.Distinct())}");

        Assert.Empty(several);
    }

    [Theory]
    [InlineData("clientId", "client-id-required")]
    [InlineData("renewals[3].policyId", "policy-id-required")]
    [InlineData("renewals[3]", "renewals-required")]
    [InlineData("limits.eachOccurrence", "each-occurrence-required")]
    [InlineData("If-Match", "if-match-required")]
    public void A_fields_code_is_the_field_in_words(string field, string code) =>
        Assert.Equal(code, new FieldRequired(field).Code);

    private static IEnumerable<Type> Types() => House.Services.Concat(
        [House.ServiceDefaults, House.Persistence, House.Gateway])
        .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(Error)) && !type.IsAbstract && !StandsForSeveral(type));

    // What an event of a policy is refused for has one type for all reasons; its codes have a test of their own.
    private static bool StandsForSeveral(Type type) =>
        type.GetConstructors().Any(one => one.GetParameters() is [{ ParameterType.Name: "Refusal" }]);

    private static Error Made(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance | BindingFlags.NonPublic)
            .First(one => one.GetParameters() is not [{ ParameterType: var only }] || only != type);
        return (Error)constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
    }

    private static object? Sample(ParameterInfo parameter) => Sample(parameter.ParameterType);

    private static object? Sample(Type type)
    {
        if (type == typeof(string))
        {
            return "sample";
        }

        if (type.IsValueType || type.IsAbstract
            || type.Namespace?.StartsWith("Portal.", StringComparison.Ordinal) is not true)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        var shape = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(shape, Sample(property.PropertyType));
        }

        return shape;
    }

    [GeneratedRegex("^[a-z]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    // What once said the same in other words.
    [GeneratedRegex("(^|-)(unknown|unfit|missing|needed|unsupported-value|not-known|not-understood)$|^(unknown|invalid|no|bad)-")]
    private static partial Regex OtherWords();
}
