using Portal.Web.Api.Agencies;
using Portal.Web.Components.Forms;

namespace Portal.Web.Pages.Agency.ManagePeople;

/// <summary>A person of the agency as typed.</summary>
public sealed record PersonForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Role { get; init; }

    /// <summary>What a person can be at the agency.</summary>
    public static IReadOnlyList<Option> Roles { get; } =
    [
        new("agent", "Agent") { Help = "Works with clients, policies and certificates." },
        new("assistant", "Assistant") { Help = "Sees what agents see and changes nothing." },
        new("admin", "Administrator") { Help = "Does all of that, and settings, people and partner clients." },
    ];

    public static PersonForm Of(StaffMember person) =>
        new() { Name = person.Name, Email = person.Email, Role = person.Role };

    public static string LabelOf(string role) => Roles.FirstOrDefault(option => option.Value == role)?.Label ?? role;
}
