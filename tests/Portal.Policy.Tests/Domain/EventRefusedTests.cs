using System.Reflection;
using System.Runtime.CompilerServices;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Tests.Domain;

/// <summary>Each refusal of the rules is an error with its code, a member or a state, and what to do.</summary>
public sealed class EventRefusedTests
{
    private static readonly List<Refusal> All = [.. typeof(Refuse).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(Refusal)).Select(Made)];

    [Fact]
    public void Every_reason_has_words() =>
        Assert.Equal(Enum.GetValues<RefusalCode>().ToHashSet(), [.. All.Select(refusal => refusal.Code)]);

    [Fact]
    public void What_is_about_a_member_names_it_and_what_is_about_the_policy_is_a_conflict() => Assert.All(
        All, refusal =>
        {
            var error = EventRefused.Of(refusal);
            Assert.Equal(refusal.Field is null, error is Conflict);
            Assert.Equal(refusal.Field, error.Field);
            Assert.Matches("^[a-z]+(-[a-z]+)+$", error.Code);
            Assert.EndsWith(".", error.Detail, StringComparison.Ordinal);
        });

    [Fact]
    public void One_code_has_one_kind() => Assert.All(
        All.Select(EventRefused.Of).GroupBy(error => error.Code),
        code => Assert.Single(code.Select(error => error is Conflict).Distinct()));

    [Fact]
    public void Every_warning_says_something_of_its_own() => Assert.Equal(
        Enum.GetValues<PolicyWarning>().Length,
        Enum.GetValues<PolicyWarning>().Select(WarningWords.CodeOf).Select(WarningWords.DetailOf).Distinct().Count());

    private static Refusal Made(MethodInfo method) => (Refusal)method.Invoke(
        null, [.. method.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;

    private static object Sample(Type type) => type == typeof(string) ? "sample"
        : type == typeof(Term) ? new Term(1, Some.Term().Facts())
        : RuntimeHelpers.GetUninitializedObject(type);
}
