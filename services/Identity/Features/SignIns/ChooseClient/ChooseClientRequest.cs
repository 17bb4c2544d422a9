namespace Portal.Identity.Features.SignIns.ChooseClient;

/// <summary>The account to open.</summary>
/// <param name="ClientId">One of those that are offered.</param>
public sealed record ChooseClientRequest(Guid ClientId);
