namespace Portal.Insurance;

/// <summary>What an endorsement gives a certificate holder.</summary>
public enum HolderGrant
{
    /// <summary>Nothing that a certificate says of its holder.</summary>
    None,

    /// <summary>The holder is an additional insured.</summary>
    AdditionalInsured,

    /// <summary>The insurer gives up its recourse against the holder.</summary>
    WaiverOfSubrogation,

    /// <summary>The policy pays first and does not ask the holder's to share.</summary>
    PrimaryNoncontributory,
}
