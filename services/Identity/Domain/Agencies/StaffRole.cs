namespace Portal.Identity.Domain.Agencies;

/// <summary>What a person of the agency may do.</summary>
internal enum StaffRole
{
    /// <summary>Everything, the agency's settings included.</summary>
    Admin,

    /// <summary>Works for the agency's clients.</summary>
    Agent,

    /// <summary>Reads only.</summary>
    Assistant,
}
