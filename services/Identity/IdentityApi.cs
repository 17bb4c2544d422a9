using Portal.Identity.Features.AskConsent;
using Portal.Identity.Features.ChangeClient;
using Portal.Identity.Features.ConfirmContacts;
using Portal.Identity.Features.DecideConsent;
using Portal.Identity.Features.DescribeProvider;
using Portal.Identity.Features.EndDelegation;
using Portal.Identity.Features.EndSession;
using Portal.Identity.Features.GetAgency;
using Portal.Identity.Features.GetSession;
using Portal.Identity.Features.IntrospectToken;
using Portal.Identity.Features.IssueToken;
using Portal.Identity.Features.ListClients;
using Portal.Identity.Features.ListDelegations;
using Portal.Identity.Features.ListRevocations;
using Portal.Identity.Features.ListSessions;
using Portal.Identity.Features.ManageApplications;
using Portal.Identity.Features.ManageContacts;
using Portal.Identity.Features.ManagePasskeys;
using Portal.Identity.Features.ManageSettings;
using Portal.Identity.Features.ManageStaff;
using Portal.Identity.Features.ProveSecondFactor;
using Portal.Identity.Features.PublishKeys;
using Portal.Identity.Features.RevokeToken;
using Portal.Identity.Features.RotateKeys;
using Portal.Identity.Features.SearchAudit;
using Portal.Identity.Features.ShowSignIn;
using Portal.Identity.Features.SigningIn;
using Portal.Identity.Features.StartDelegation;
using Portal.Identity.Features.SwitchClient;
using Portal.Identity.Features.VerifyAudit;
using Portal.ServiceDefaults.Bus;

namespace Portal.Identity;

/// <summary>Every route of Identity.</summary>
internal static class IdentityApi
{
    public static void MapIdentityApi(this WebApplication app)
    {
        app.MapTokenEndpoint();
        app.MapIntrospection();
        app.MapRevocation();
        app.MapKeySet();
        app.MapProviderDescription();
        app.MapClients();
        app.MapAgency();
        app.MapRevocations();
        app.MapSession();
        app.MapEndSession();
        app.MapSessions();
        app.MapSwitchClient();
        app.MapStartDelegation();
        app.MapDelegations();
        app.MapEndDelegation();
        app.MapConsent();
        app.MapAskConsent();
        app.MapSigningIn();
        app.MapPasskeys();
        app.MapProveSecondFactor();
        app.MapManageApplications();
        app.MapChangeClient();
        app.MapContacts();
        app.MapConfirmContacts();
        app.MapSettings();
        app.MapStaff();
        app.MapSignInPage();
        app.MapAudit();
        app.MapAuditVerification();
        app.MapRotateKeys();
        app.MapBusOperations();
    }
}
