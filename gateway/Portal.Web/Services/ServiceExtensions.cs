using Portal.ServiceDefaults.Clients;
using Portal.Web.Services.Accounts;
using Portal.Web.Services.Agencies;
using Portal.Web.Services.Audit;
using Portal.Web.Services.Certificates;
using Portal.Web.Services.Delegations;
using Portal.Web.Services.Deliveries;
using Portal.Web.Services.Imports;
using Portal.Web.Services.Partners;
using Portal.Web.Services.Passkeys;
using Portal.Web.Services.Policies;
using Portal.Web.Services.Sessions;
using Portal.Web.Services.SignIn;

namespace Portal.Web.Services;

/// <summary>Adds the clients of the services that the pages ask, each with the caller's own token.</summary>
internal static class ServiceExtensions
{
    public static void AddServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddTransient<CallerHandler>();
        builder.Services.AddTransient<BrowserCookieHandler>();
        builder.AddPageClient<SignInClient>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddPageClient<SessionClient>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddPageClient<DelegationClient>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddPageClient<AccountClient>("identity");
        builder.AddPageClient<OwnAccountClient>("identity");
        builder.AddPageClient<ContactProposalClient>("identity");
        builder.AddPageClient<AuditClient>("identity");
        builder.AddPageClient<AgencyClient>("identity");
        builder.AddPageClient<PasskeyClient>("identity");
        builder.AddPageClient<PartnerClient>("identity");
        builder.AddPageClient<PolicyClient>("policy");
        builder.AddPageClient<ImportClient>("policy");
        builder.AddPageClient<CertificateClient>("certificate");
        builder.AddPageClient<DeliveryClient>("notification");
    }

    /// <summary>Adds a typed client of a service that is called for whoever looks at the page.</summary>
    private static IHttpClientBuilder AddPageClient<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        var client = builder.AddReplicaClient(typeof(TClient).FullName!, service);
        client.AddTypedClient<TClient>();
        return client.AddHttpMessageHandler<CallerHandler>();
    }
}
