using System.Text.RegularExpressions;

namespace Portal.Web.Formats;

/// <summary>What the audit trail's names of acts mean, for the client who reads them.</summary>
internal static partial class AuditActionLabels
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["delegation.started"] = "Stepped into the account",
        ["delegation.ended"] = "Left the account",
        ["delegation.refused"] = "Tried to step into the account",
        ["policy.RenewPolicy"] = "Renewed a policy",
        ["policy.RenewClient"] = "Renewed policies",
        ["policy.CorrectPolicy"] = "Corrected a policy",
        ["policy.AddPolicy"] = "Added a policy",
        ["policy.EndorsePolicy"] = "Endorsed a policy",
        ["policy.GiveCancellationNotice"] = "Recorded a notice of cancellation",
        ["policy.GiveNonRenewalNotice"] = "Recorded a notice of non-renewal",
        ["policy.RescindNotice"] = "Withdrew a notice",
        ["policy.ReinstatePolicy"] = "Reinstated a policy",
        ["policy.RewritePolicy"] = "Rewrote a policy",
        ["policy.CorrectEvent"] = "Corrected an event of a policy",
        ["policy.CancelPolicy"] = "Cancelled a policy",
        ["notification.RetryDelivery"] = "Sent a certificate once more",
        ["notification.RetryDeliveries"] = "Sent certificates once more",
        ["client.changed"] = "Changed the client's details",
        ["contact.added"] = "Added a contact",
        ["contact.changed"] = "Changed a contact",
        ["contact.removed"] = "Removed a contact",
        ["contact.access-given"] = "Let a contact sign in",
        ["contact.access-taken"] = "No longer lets a contact sign in",
    };

    /// <summary>The act in words; one that has none here by its name, which says nearly as much.</summary>
    public static string Of(string action) => Known.GetValueOrDefault(action) ?? Spoken(action);

    private static string Spoken(string action)
    {
        var words = Borders().Replace(action[(action.LastIndexOf('.') + 1)..].Replace('-', ' '), " $1").Trim()
            .ToLowerInvariant();
        return words.Length == 0 ? action : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Borders();
}
