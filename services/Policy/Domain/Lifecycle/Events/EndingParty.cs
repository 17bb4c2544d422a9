namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>Who ends a policy, or lets it run out.</summary>
public enum EndingParty
{
    /// <summary>The client: its own wish, told to its holders by the agency alone.</summary>
    Insured,

    /// <summary>The carrier, which owes notice to those whom law and endorsements name.</summary>
    Insurer,

    /// <summary>A premium finance company, by the insured's power of attorney.</summary>
    PremiumFinance,
}
