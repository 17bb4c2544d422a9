namespace Portal.Identity.Features.Sessions.SwitchClient;

/// <summary>Opens another account of the same person.</summary>
public sealed record SwitchClientRequest
{
    /// <summary>One of the accounts that GET /api/v1/session lists.</summary>
    public Guid? ClientId { get; init; }
}
