namespace Portal.Identity.Domain.Accounts;

/// <summary>A person at a client.</summary>
internal sealed record Contact
{
    /// <summary>Names the primary contact, in the address of a contact and in the audit trail.</summary>
    public const string PrimaryId = "primary";

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Mobile number in E.164.</summary>
    public string? Mobile { get; init; }
}
