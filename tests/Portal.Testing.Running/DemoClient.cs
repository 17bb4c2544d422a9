using System.Text.Json;

namespace Portal.Testing.Running;

/// <summary>A client as the agency lists it, as much as the tests compare.</summary>
public sealed record DemoClient(Guid Id, string Ref, string Name, string Email)
{
    internal static DemoClient Of(JsonElement listed) => new(
        listed.GetProperty("id").GetGuid(),
        listed.GetProperty("ref").GetString()!,
        listed.GetProperty("legalName").GetString()!,
        listed.GetProperty("contact").GetProperty("email").GetString()!);
}
