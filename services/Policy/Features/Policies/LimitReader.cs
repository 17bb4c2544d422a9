using Portal.Insurance;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies;

/// <summary>Reads limits that a request names.</summary>
internal static class LimitReader
{
    public static Dictionary<LimitKind, decimal?> Read(
        IEnumerable<KeyValuePair<string, decimal?>>? limits, string path, List<Error> problems)
    {
        var read = new Dictionary<LimitKind, decimal?>();
        foreach (var (name, amount) in limits ?? [])
        {
            if (LimitDefinition.FindByJsonName(name) is { } limit)
            {
                read[limit.Kind] = amount;
            }
            else
            {
                problems.Add(new LimitNotKnown() { Field = $"{path}limits.{name}" });
            }
        }

        return read;
    }
}
