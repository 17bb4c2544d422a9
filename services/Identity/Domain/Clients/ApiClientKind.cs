namespace Portal.Identity.Domain.Clients;

/// <summary>What stands behind an API client.</summary>
internal enum ApiClientKind
{
    /// <summary>A partner's system, which works for one agency.</summary>
    Partner,

    /// <summary>One of the portal's own services, which works for none.</summary>
    Service,
}
