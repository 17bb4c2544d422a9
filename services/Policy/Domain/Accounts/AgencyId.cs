namespace Portal.Policies.Domain.Accounts;

/// <summary>Identifies the agency on whose books something stands; Identity gives it out.</summary>
internal readonly record struct AgencyId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
