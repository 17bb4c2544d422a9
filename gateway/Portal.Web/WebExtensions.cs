using Microsoft.AspNetCore.Authorization;
using Portal.ServiceDefaults;
using Portal.Web.Assets;
using Portal.Web.Pages.ApiReference;
using Portal.Web.Pages.ClientDetails;
using Portal.Web.Pages.Clients;
using Portal.Web.Pages.Confirm;
using Portal.Web.Pages.ContactProposals;
using Portal.Web.Pages.Distributions;
using Portal.Web.Pages.Errors;
using Portal.Web.Pages.Home;
using Portal.Web.Pages.Imports;
using Portal.Web.Pages.Insured;
using Portal.Web.Pages.OwnSessions;
using Portal.Web.Pages.Passkeys;
using Portal.Web.Pages.Renew;
using Portal.Web.Pages.Settings;
using Portal.Web.Pages.SignIn;
using Portal.Web.Pages.SignOut;
using Portal.Web.Pages.StepIn;
using Portal.Web.Pages.StepOut;
using Portal.Web.Pages.Styleguide;
using Portal.Web.Pages.SwitchAccount;
using Portal.Web.Security;
using Portal.Web.Services;
using Portal.Web.Services.Accounts;
using Portal.Web.Visits;

namespace Portal.Web;

/// <summary>What the pages are made of.</summary>
internal static class WebExtensions
{
    // A renewal on its way through the pages stands in their address; the gateway takes no longer one.
    private const int MaxRequestLineBytes = 16 * 1024;

    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<AssetStore>();
        builder.Services.AddScoped<Visit>();
        builder.Services.AddScoped<StepScreens>();
        builder.Services.AddScoped<ConfirmScreen>();
        builder.Services.AddScoped<OpenClient>();
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        // Before the framework's own writer: a browser is answered with a page, whoever else with problem details.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPageWriter>());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInChallenge>();
        builder.AddServices();
        return builder;
    }

    public static WebApplication UseWeb(this WebApplication app)
    {
        app.Use(ForwardedPath.InvokeAsync);
        app.Use(PageHeaders.InvokeAsync);
        app.UseResponseCompression();
        app.UseRouting();
        app.UseHostDefaults();
        app.Use(ReadableForm.InvokeAsync);
        app.Use(VisitMiddleware.InvokeAsync);
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapAssets();
        app.MapApiReference();
        app.MapHome();
        app.MapClients();
        app.MapClient();
        app.MapRenew();
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

        return app;
    }
}
