namespace Portal.Identity.Features.SwitchAccount;

/// <summary>Opens another account of the same person.</summary>
public sealed record SwitchAccountRequest
{
    /// <summary>One of the accounts that GET /api/v1/session lists.</summary>
    public Guid? AccountId { get; init; }
}
