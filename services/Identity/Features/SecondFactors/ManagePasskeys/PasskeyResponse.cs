namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>A passkey of the caller.</summary>
internal sealed record PasskeyResponse(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
