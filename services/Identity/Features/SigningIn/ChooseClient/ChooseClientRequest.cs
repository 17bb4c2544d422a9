namespace Portal.Identity.Features.SigningIn.ChooseClient;

/// <summary>The account to open.</summary>
/// <param name="ClientId">One of those that are offered.</param>
public sealed record ChooseClientRequest(Guid ClientId);
