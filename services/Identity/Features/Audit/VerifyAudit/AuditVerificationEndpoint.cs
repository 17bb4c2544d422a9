using Microsoft.AspNetCore.Http.HttpResults;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Audit.VerifyAudit;

/// <summary>Verifying the agency's trail, which is its admins' alone: it counts what clients may not see.</summary>
internal static class AuditVerificationEndpoint
{
    public static void MapAuditVerification(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/audit/verification", VerifyAsync)
            .RequireScope(Scopes.AuditRead).RequireAuthorization(policy => policy.RequireRole(Roles.Admin))
            .WithTags("Audit").WithName("VerifyAudit")
            .WithSummary("Whether the agency's audit trail is whole; for admins.");

    private static async Task<Ok<VerificationResponse>> VerifyAsync(
        AuditVerifier verifier, HttpContext http, CancellationToken cancellationToken) =>
        TypedResults.Ok(VerificationResponse.Of(await verifier.VerifyAsync(http.User.AgencyId(), cancellationToken)));
}
