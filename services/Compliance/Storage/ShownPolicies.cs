using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Compliance.Domain.Proofs;
using Portal.ServiceDefaults;

namespace Portal.Compliance.Storage;

/// <summary>The policies of a proof as the JSON document that is stored.</summary>
internal static class ShownPolicies
{
    private static readonly JsonSerializerOptions Options =
        new JsonSerializerOptions(JsonSerializerDefaults.Web).UsePortalConventions();

    /// <summary>Proofs are replaced, never edited.</summary>
    public static ValueComparer<ShownPolicy[]> ByReference { get; } =
        new((a, b) => ReferenceEquals(a, b), policies => policies.GetHashCode(), policies => policies);

    public static string Write(ShownPolicy[] policies) => JsonSerializer.Serialize(policies, Options);

    public static ShownPolicy[] Read(string json) => JsonSerializer.Deserialize<ShownPolicy[]>(json, Options)!;
}
