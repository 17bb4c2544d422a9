namespace Portal.Policies.Domain.Accounts;

/// <summary>The client as a policy names it.</summary>
/// <param name="Id">Account of the client.</param>
/// <param name="Ref">The agency's own key.</param>
/// <param name="Name">Legal name.</param>
internal sealed record Client(AccountId Id, string Ref, string Name);
