namespace Portal.Policies.Domain.Accounts;

/// <summary>Identifies a client of the agency; Identity gives it out.</summary>
internal readonly record struct AccountId(Guid Value) : IComparable<AccountId>
{
    public int CompareTo(AccountId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
