namespace Portal.Identity.Domain.Applications;

/// <summary>What stands behind an API client.</summary>
internal enum ApplicationKind
{
    /// <summary>A partner's system, which works for one agency.</summary>
    Partner,

    /// <summary>One of the portal's own services, which works for none.</summary>
    Service,
}
