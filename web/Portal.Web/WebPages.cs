using Portal.ServiceDefaults;
using Portal.Web.Assets;
using Portal.Web.Context;
using Portal.Web.Pages.Agency;
using Portal.Web.Pages.Broker.DecideContactProposals;
using Portal.Web.Pages.Broker.ImportPolicies;
using Portal.Web.Pages.Broker.ListClients;
using Portal.Web.Pages.Broker.RenewPolicies;
using Portal.Web.Pages.Broker.ShowClient;
using Portal.Web.Pages.Broker.StepIn;
using Portal.Web.Pages.Broker.StepOut;
using Portal.Web.Pages.Broker.WatchDistribution;
using Portal.Web.Pages.Insured;
using Portal.Web.Pages.Profile.Confirm;
using Portal.Web.Pages.Profile.EndSessions;
using Portal.Web.Pages.Profile.ManagePasskeys;
using Portal.Web.Pages.Profile.SwitchAccount;
using Portal.Web.Pages.Public.ApiReference;
using Portal.Web.Pages.Public.Home;
using Portal.Web.Pages.Public.SignIn;
using Portal.Web.Pages.Public.SignOut;
using Portal.Web.Pages.Public.Styleguide;
using Portal.Web.Security;

namespace Portal.Web;

/// <summary>The pipeline and the pages.</summary>
internal static class WebPages
{
    /// <summary>What every request passes before its page, in order.</summary>
    public static void UseWebPages(this WebApplication app)
    {
        app.Use(ForwardedPathMiddleware.InvokeAsync);
        app.Use(PageHeadersMiddleware.InvokeAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseHostDefaults();
        app.Use(FormReadingMiddleware.InvokeAsync);
        app.UseMiddleware<PageContextMiddleware>();
    }

    /// <summary>Every page, style sheet and script.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapAssets();
        app.MapApiReference();
        app.MapHome();
        app.MapClients();
        app.MapClient();
        app.MapRenewPolicies();
        app.MapDistributions();
        app.MapImports();
        app.MapContactProposals();
        app.MapStepIn();
        app.MapSignIn();
        app.MapSignOut();
        app.MapSwitchAccount();
        app.MapStepOut();
        app.MapInsured();
        app.MapSessions();
        app.MapPasskeys();
        app.MapConfirm();
        app.MapSettings();
        if (app.Environment.IsDevelopment())
        {
            app.MapStyleguide();
        }
    }
}
