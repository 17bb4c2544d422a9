using Portal.Compliance.Features.Evaluations.ListEvaluations;
using Portal.ServiceDefaults.Bus;

namespace Portal.Compliance;

/// <summary>The service's routes. Whatever is not named here is closed.</summary>
internal static class ComplianceApi
{
    public static void MapComplianceApi(this IEndpointRouteBuilder routes)
    {
        routes.MapListEvaluations();
        routes.MapBusOperations();
    }
}
