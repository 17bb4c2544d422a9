namespace Portal.Policies.Domain.Imports;

/// <summary>Where a running import is on its way.</summary>
internal enum ImportStage
{
    /// <summary>The files are to be opened, and the clients sent to Identity.</summary>
    Clients,

    /// <summary>Identity's answers are awaited.</summary>
    ClientsSent,

    /// <summary>The policies are to be checked and added.</summary>
    Policies,

    /// <summary>The holders are to be looked up and sent to Certificate.</summary>
    Holders,

    /// <summary>Certificate's answers are awaited.</summary>
    HoldersSent,

    /// <summary>Nothing is left to do.</summary>
    Done,
}
