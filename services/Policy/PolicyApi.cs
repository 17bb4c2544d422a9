using Portal.Policies.Features.CancelPolicy;
using Portal.Policies.Features.CarryOutImport;
using Portal.Policies.Features.CorrectPolicy;
using Portal.Policies.Features.GetImport;
using Portal.Policies.Features.GetPolicies;
using Portal.Policies.Features.GetRenewal;
using Portal.Policies.Features.ListClientOverviews;
using Portal.Policies.Features.RenewPolicies;
using Portal.Policies.Features.StartImport;
using Portal.ServiceDefaults.Bus;

namespace Portal.Policies;

/// <summary>The service's routes. Whatever is not named here is closed.</summary>
internal static class PolicyApi
{
    public static IEndpointRouteBuilder MapPolicyApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGetPolicies();
        routes.MapListClientOverviews();
        routes.MapRenewPolicies();
        routes.MapCorrectPolicy();
        routes.MapCancelPolicy();
        routes.MapGetRenewal();
        routes.MapStartImport();
        routes.MapCarryOutImport();
        routes.MapGetImport();
        routes.MapBusOperations();
        return routes;
    }
}
