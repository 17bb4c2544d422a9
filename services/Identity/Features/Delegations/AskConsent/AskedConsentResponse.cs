namespace Portal.Identity.Features.Delegations.AskConsent;

/// <summary>The client is asked by mail.</summary>
/// <param name="AskedAt">When.</param>
/// <param name="NextAt">When the agency may ask again.</param>
internal sealed record AskedConsentResponse(DateTimeOffset AskedAt, DateTimeOffset NextAt);
