using Portal.Policies.Features.Clients.ListClientOverviews;
using Portal.Policies.Features.Imports.ConfirmImport;
using Portal.Policies.Features.Imports.GetImport;
using Portal.Policies.Features.Imports.StartImport;
using Portal.Policies.Features.Policies.CancelPolicy;
using Portal.Policies.Features.Policies.CorrectPolicy;
using Portal.Policies.Features.Policies.GetPolicies;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Features.Policies.RunSequence;
using Portal.Policies.Features.Renewals.GetRenewal;
using Portal.Policies.Features.Renewals.RenewPolicies;
using Portal.ServiceDefaults.Bus;

namespace Portal.Policies;

/// <summary>The service's routes. What is not named here is closed.</summary>
internal static class PolicyApi
{
    public static void MapPolicyApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGetPolicies();
        routes.MapListPolicyEvents();
        routes.MapRunSequence();
        routes.MapListClientOverviews();
        routes.MapRenewPolicies();
        routes.MapCorrectPolicy();
        routes.MapCancelPolicy();
        routes.MapGetRenewal();
        routes.MapStartImport();
        routes.MapConfirmImport();
        routes.MapGetImport();
        routes.MapBusOperations();
    }
}
