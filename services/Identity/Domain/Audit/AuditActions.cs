namespace Portal.Identity.Domain.Audit;

/// <summary>Catalogue of what Identity itself enters into the trail.</summary>
internal static class AuditActions
{
    public const string CodeSent = "sign-in.code-sent";
    public const string CodeWrong = "sign-in.code-wrong";
    public const string AddressUnknown = "sign-in.address-unknown";
    public const string SecondFactorWrong = "sign-in.second-factor-wrong";
    public const string SignedIn = "sign-in.signed-in";
    public const string GoogleLinked = "sign-in.google-linked";
    public const string GoogleRefused = "sign-in.google-refused";
    public const string SecondFactorAdded = "second-factor.added";
    public const string SecondFactorProven = "second-factor.proven";
    public const string SecondFactorReset = "second-factor.reset";
    public const string SessionEnded = "session.ended";
    public const string AccountSwitched = "session.client-switched";
    public const string DelegationStarted = "delegation.started";
    public const string DelegationRefused = "delegation.refused";
    public const string DelegationEnded = "delegation.ended";
    public const string ConsentGiven = "consent.given";
    public const string ConsentWithdrawn = "consent.withdrawn";
    public const string ConsentAsked = "consent.asked";
    public const string ClientChanged = "client.changed";
    public const string ContactAdded = "contact.added";
    public const string ContactChanged = "contact.changed";
    public const string ContactProposed = "contact.proposed";
    public const string ProposalDismissed = "contact.proposal-dismissed";
    public const string ContactRemoved = "contact.removed";
    public const string AccessGiven = "contact.access-given";
    public const string AccessTaken = "contact.access-taken";
    public const string SettingsChanged = "agency.settings-changed";
    public const string StaffAdded = "staff.added";
    public const string StaffChanged = "staff.changed";
    public const string ApplicationAdded = "application.added";
    public const string ApplicationChanged = "application.changed";
    public const string ApplicationDisabled = "application.disabled";
    public const string ApplicationEnabled = "application.enabled";
    public const string SecretAdded = "application.secret-added";
    public const string SecretRemoved = "application.secret-removed";
    public const string KeysSet = "application.keys-set";
    public const string TokenRevoked = "token.revoked";
}
