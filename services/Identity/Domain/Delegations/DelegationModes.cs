using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Domain.Delegations;

/// <summary>Modes as tokens and requests write them.</summary>
internal static class DelegationModes
{
    public static string Claim(this DelegationMode mode) =>
        mode == DelegationMode.Manage ? PortalClaims.ManageMode : PortalClaims.ViewMode;

    /// <summary>Reads a mode; null when there is none of this name.</summary>
    public static DelegationMode? Parse(string? claim) => claim switch
    {
        PortalClaims.ViewMode => DelegationMode.View,
        PortalClaims.ManageMode => DelegationMode.Manage,
        _ => null,
    };
}
