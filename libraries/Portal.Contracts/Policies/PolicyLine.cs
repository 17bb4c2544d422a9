namespace Portal.Contracts.Policies;

/// <summary>Line of business of a policy, as the import files name it in snake case.</summary>
public enum PolicyLine
{
    /// <summary>Commercial general liability (CGL).</summary>
    GeneralLiability,

    /// <summary>Automobile liability.</summary>
    Auto,

    /// <summary>Umbrella liability, following form over the primary lines.</summary>
    Umbrella,

    /// <summary>Excess liability.</summary>
    Excess,

    /// <summary>Workers compensation and employers' liability.</summary>
    WorkersCompensation,

    /// <summary>Professional liability (errors and omissions).</summary>
    Professional,

    /// <summary>Cyber liability.</summary>
    Cyber,

    /// <summary>Pollution liability.</summary>
    Pollution,

    /// <summary>Commercial property.</summary>
    Property,

    /// <summary>Inland marine.</summary>
    InlandMarine,

    /// <summary>Crime.</summary>
    Crime,
}
