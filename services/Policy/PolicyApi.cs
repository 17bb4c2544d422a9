using Portal.Policies.Features.Clients.ListClientOverviews;
using Portal.Policies.Features.Imports.ConfirmImport;
using Portal.Policies.Features.Imports.GetImport;
using Portal.Policies.Features.Imports.StartImport;
using Portal.Policies.Features.Policies.AddPolicy;
using Portal.Policies.Features.Policies.CancelPolicy;
using Portal.Policies.Features.Policies.CorrectEvent;
using Portal.Policies.Features.Policies.CorrectPolicy;
using Portal.Policies.Features.Policies.EndorsePolicy;
using Portal.Policies.Features.Policies.GetPolicies;
using Portal.Policies.Features.Policies.GiveCancellationNotice;
using Portal.Policies.Features.Policies.GiveNonRenewalNotice;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Features.Policies.ReinstatePolicy;
using Portal.Policies.Features.Policies.RescindNotice;
using Portal.Policies.Features.Policies.RewritePolicy;
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
        routes.MapAddPolicy();
        routes.MapEndorsePolicy();
        routes.MapGiveCancellationNotice();
        routes.MapGiveNonRenewalNotice();
        routes.MapRescindNotice();
        routes.MapCancelPolicy();
        routes.MapReinstatePolicy();
        routes.MapRewritePolicy();
        routes.MapCorrectEvent();
        routes.MapGetRenewal();
        routes.MapStartImport();
        routes.MapConfirmImport();
        routes.MapGetImport();
        routes.MapBusOperations();
    }
}
