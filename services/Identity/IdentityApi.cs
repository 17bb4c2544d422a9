using Portal.Identity.Features.Agencies.GetAgency;
using Portal.Identity.Features.Agencies.ManageSettings;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Audit.SearchAudit;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Features.Clients.ChangeClient;
using Portal.Identity.Features.Clients.ListClients;
using Portal.Identity.Features.Contacts.ConfirmContacts;
using Portal.Identity.Features.Contacts.ManageContacts;
using Portal.Identity.Features.Delegations.AskConsent;
using Portal.Identity.Features.Delegations.DecideConsent;
using Portal.Identity.Features.Delegations.EndDelegation;
using Portal.Identity.Features.Delegations.ListDelegations;
using Portal.Identity.Features.Delegations.StartDelegation;
using Portal.Identity.Features.Keys.PublishKeys;
using Portal.Identity.Features.Keys.RotateKeys;
using Portal.Identity.Features.SecondFactors.ManagePasskeys;
using Portal.Identity.Features.SecondFactors.StepUp;
using Portal.Identity.Features.Sessions.EndSession;
using Portal.Identity.Features.Sessions.GetSession;
using Portal.Identity.Features.Sessions.ListSessions;
using Portal.Identity.Features.Sessions.SwitchClient;
using Portal.Identity.Features.SignIns.CheckCode;
using Portal.Identity.Features.SignIns.ChooseClient;
using Portal.Identity.Features.SignIns.EnrollSecondFactor;
using Portal.Identity.Features.SignIns.GetSignInPage;
using Portal.Identity.Features.SignIns.GetSignInState;
using Portal.Identity.Features.SignIns.ProveSecondFactor;
using Portal.Identity.Features.SignIns.SendCode;
using Portal.Identity.Features.SignIns.SignInWithGoogle;
using Portal.Identity.Features.SignIns.SignInWithPasskey;
using Portal.Identity.Features.SignIns.StartSignIn;
using Portal.Identity.Features.Staff.ManageStaff;
using Portal.Identity.Features.Tokens.DescribeProvider;
using Portal.Identity.Features.Tokens.IntrospectToken;
using Portal.Identity.Features.Tokens.IssueToken;
using Portal.Identity.Features.Tokens.ListRevocations;
using Portal.Identity.Features.Tokens.RevokeToken;
using Portal.ServiceDefaults.Bus;

namespace Portal.Identity;

/// <summary>Every route of Identity.</summary>
internal static class IdentityApi
{
    public static void MapIdentityApi(this IEndpointRouteBuilder app)
    {
        app.MapToken();
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
        app.MapStartSignIn();
        app.MapSignInState();
        app.MapSendCode();
        app.MapCheckCode();
        app.MapProveSecondFactor();
        app.MapEnrollSecondFactor();
        app.MapChooseClient();
        app.MapSignInWithGoogle();
        app.MapSignInWithPasskey();
        app.MapPasskeys();
        app.MapStepUp();
        app.MapApplications();
        app.MapApplicationSecrets();
        app.MapApplicationKeys();
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
