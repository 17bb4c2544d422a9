using System.Text.Json;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Spells the members that rules of the domain name as the API's JSON does: <c>carrier.naic</c>.</summary>
internal static class JsonFields
{
    /// <param name="broken">Rules of a policy that are broken.</param>
    /// <param name="path">
    /// Where the policy is in the request, such as <c>renewals[1].</c>; empty for the only one.
    /// </param>
    public static IEnumerable<Error> InJson(this IEnumerable<Error> broken, string path = "") =>
        broken.Select(error => error with { Field = error.Field is { } field ? path + Spelled(field) : Of(path) });

    // What is about the policy itself is told of where the request names it.
    private static string? Of(string path) => path.Length > 0 ? $"{path}policyId" : null;

    private static string Spelled(string member) =>
        string.Join('.', member.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
