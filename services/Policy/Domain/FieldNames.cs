using Portal.Insurance;

namespace Portal.Policies.Domain;

/// <summary>How problems name the limits of a policy: as the API's JSON does.</summary>
internal static class FieldNames
{
    public static string Of(LimitKind kind) => $"limits.{LimitDefinition.Of(kind).JsonName}";
}
