using Microsoft.AspNetCore.Authorization;
using Portal.Web.Api;
using Portal.Web.Assets;
using Portal.Web.Context;
using Portal.Web.Pages.Broker.RenewPolicies;
using Portal.Web.Pages.Profile.Confirm;
using Portal.Web.Pages.Public.SignIn;
using Portal.Web.Pages.Results;

namespace Portal.Web;

/// <summary>What the pages need of the container.</summary>
internal static class WebServices
{
    // A renewal on its way through the pages is kept in their address; the gateway takes no longer one.
    private const int MaxRequestLineBytes = 16 * 1024;

    public static void AddWebServices(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<AssetStore>();
        builder.Services.AddSingleton<SessionCache>();
        builder.Services.AddScoped<PageContext>();
        builder.Services.AddScoped<StepScreens>();
        builder.Services.AddScoped<ConfirmScreen>();
        builder.Services.AddScoped<ISecondFactorPrompt>(services => services.GetRequiredService<ConfirmScreen>());
        builder.Services.AddScoped<ClientAccountReader>();
        builder.Services.AddScoped<RenewalDraftLoader>();
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        // Before the framework's own writer: a browser gets a page, other clients problem details.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemPageWriter>());
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInChallenge>();
        builder.AddApis();
    }
}
