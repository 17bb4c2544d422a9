namespace Portal.Identity.Features.SigningIn.ChooseAccount;

/// <summary>The account to open.</summary>
/// <param name="AccountId">One of those that are offered.</param>
public sealed record ChooseAccountRequest(Guid AccountId);
