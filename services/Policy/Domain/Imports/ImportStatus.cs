namespace Portal.Policies.Domain.Imports;

/// <summary>How an import stands, as its job says.</summary>
internal enum ImportStatus
{
    Running,

    /// <summary>Every row was dealt with; refused ones are listed.</summary>
    Finished,

    /// <summary>A file could not be read at all, and nothing was imported from any.</summary>
    Failed,
}
