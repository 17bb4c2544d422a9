using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Domain.Accounts;

/// <summary>A person at a client besides the primary contact; may sign in while the toggle is on.</summary>
internal sealed class FurtherContact : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AgencyId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; set; }

    /// <summary>As sign-in compares it; unique within the account.</summary>
    public required string Email { get; set; }

    /// <summary>Mobile number in E.164.</summary>
    public string? Mobile { get; set; }

    /// <summary>The Client Center toggle.</summary>
    public required bool HasAccess { get; set; }

    /// <summary>Changes with each change of the row.</summary>
    public uint RowVersion { get; private init; }
}
