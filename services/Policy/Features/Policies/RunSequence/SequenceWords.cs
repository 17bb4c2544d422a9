using System.Text.Json;
using Portal.Policies.Domain.Lifecycle.Consequences;
using Portal.Policies.Domain.Lifecycle.Transitions;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>How sequences spell what the domain names: values of lists in camel case, codes with hyphens.</summary>
internal static class SequenceWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Of(RefusalCode code) => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    public static SequencePartiesResponse? Of(Parties? parties) =>
        parties is null ? null : new SequencePartiesResponse(parties.Must, parties.May);

    /// <summary>The value of a list that is spelled so; null when there is none.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Of(value) == word).Select(value => (T?)value).FirstOrDefault();

    /// <summary>Every value of a list, for a sentence.</summary>
    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));
}
