namespace Portal.ServiceDefaults.Agencies;

/// <summary>Marks what belongs to one account: who is bounded to an account sees that one's rows alone.</summary>
/// <typeparam name="TId">
/// As for <see cref="IOwnedByAgency{TId}"/>; nullable where some rows belong to no account, which nobody bounded sees.
/// </typeparam>
public interface IOwnedByAccount<out TId>
{
    /// <summary>The account.</summary>
    TId AccountId { get; }
}
