using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Identity.Features.Access;
using Portal.Identity.Http;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>How the agency lets its clients in.</summary>
internal static class SettingsEndpoint
{
    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var agency = routes.MapGroup("/api/v1/agency").WithTags("Agency");
        agency.MapGet("/settings", GetAsync).RequireScope(Scopes.AgencyRead).WithName("GetSettings")
            .WithSummary("How the agency lets its clients in.");
        agency.MapPut("/settings", PutAsync).RequirePower(Powers.ChangeSettings).WithName("SetSettings")
            .WithSummary(
                "Set how the agency lets its clients in; turning the Client Center off signs all clients out at once.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        agency.MapGet("/login-link", GetLinkAsync).RequireScope(Scopes.AgencyRead).WithName("GetLoginLink")
            .WithSummary("Address of the agency's sign-in page, and HTML that links to it from the agency's own site.");
    }

    private static async Task<Results<Ok<SettingsResponse>, ProblemHttpResult>> GetAsync(
        IdentityDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Agencies.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } agency)
        {
            return new AgencyNotFound().ToProblem();
        }

        response.Headers.ETag = ETags.Of(agency.SettingsVersion);
        return TypedResults.Ok(SettingsResponse.Of(agency));
    }

    private static async Task<Results<Ok<SettingsResponse>, ProblemHttpResult>> PutAsync(
        SettingsRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ChangeSettingsHandler handler,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var fields = new FieldReader();
        var settings = SettingsReader.Read(request, fields);
        if (fields.Problems.Count > 0)
        {
            return fields.Problems.ToProblem();
        }

        var changed = await handler.HandleAsync(http, settings, ifMatch, cancellationToken);
        if (changed.Failed)
        {
            return changed.Error.ToProblem();
        }

        http.Response.Headers.ETag = ETags.Of(changed.Value.SettingsVersion);
        return TypedResults.Ok(SettingsResponse.Of(changed.Value));
    }

    private static async Task<Results<Ok<LoginLinkResponse>, ProblemHttpResult>> GetLinkAsync(
        IdentityDb db, IOptions<TokenOptions> options, CancellationToken cancellationToken) =>
        await db.Agencies.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } agency
            ? TypedResults.Ok(LoginLinkResponse.Of(agency, options.Value.Issuer))
            : new AgencyNotFound().ToProblem();
}
