using Portal.ServiceDefaults.Clients;
using Portal.Web.Api.Accounts;
using Portal.Web.Api.Agencies;
using Portal.Web.Api.Audit;
using Portal.Web.Api.Certificates;
using Portal.Web.Api.Delegations;
using Portal.Web.Api.Deliveries;
using Portal.Web.Api.Imports;
using Portal.Web.Api.Partners;
using Portal.Web.Api.Passkeys;
using Portal.Web.Api.Policies;
using Portal.Web.Api.Sessions;
using Portal.Web.Api.SignIn;

namespace Portal.Web.Api;

/// <summary>Adds the clients of the services that the pages ask, each with the caller's own token.</summary>
internal static class ApiServices
{
    public static void AddApis(this WebApplicationBuilder builder)
    {
        builder.Services.AddTransient<CallerHandler>();
        builder.Services.AddTransient<BrowserCookieHandler>();
        builder.AddApi<SignInApi>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddApi<SessionApi>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddApi<DelegationApi>("identity").AddHttpMessageHandler<BrowserCookieHandler>();
        builder.AddApi<AccountApi>("identity");
        builder.AddApi<OwnAccountApi>("identity");
        builder.AddApi<ContactProposalApi>("identity");
        builder.AddApi<AuditApi>("identity");
        builder.AddApi<AgencyApi>("identity");
        builder.AddApi<PasskeyApi>("identity");
        builder.AddApi<PartnerApi>("identity");
        builder.AddApi<PolicyApi>("policy");
        builder.AddApi<ImportApi>("policy");
        builder.AddApi<CertificateApi>("certificate");
        builder.AddApi<DeliveryApi>("notification");
    }

    /// <summary>Adds a typed client of a service that is called for whoever looks at the page.</summary>
    private static IHttpClientBuilder AddApi<TClient>(this WebApplicationBuilder builder, string service)
        where TClient : class
    {
        var client = builder.AddReplicaClient(typeof(TClient).FullName!, service);
        client.AddTypedClient<TClient>();
        return client.AddHttpMessageHandler<CallerHandler>();
    }
}
