using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Access;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Staff.ManageStaff;

/// <summary>The agency's people and what they may do.</summary>
internal static class StaffEndpoint
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1/agency/staff").WithTags("Agency");
        staff.MapGet("", ListAsync).RequireScope(Scopes.AgencyRead).WithName("ListStaff")
            .WithSummary("The agency's people by name.");
        staff.MapPost("", AddAsync).RequirePower(Powers.AddStaff).WithName("AddStaff")
            .WithSummary("Add a person, who may sign in from then on.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        staff.MapPatch("/{id:guid}", ChangeAsync).RequirePower(Powers.ChangeStaff).WithName("ChangeStaff")
            .WithSummary(
                "Change a person's name, role or whether the person may sign in; other rights sign the person out at "
                + "once.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        staff.MapPost("/{id:guid}/second-factor-resets", ResetAsync).RequirePower(Powers.ResetSecondFactor)
            .WithName("ResetSecondFactor")
            .WithSummary("Remove the second factor of a person who lost it; the person is told by mail and signed out.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<StaffListResponse>> ListAsync(IdentityDb db, CancellationToken cancellationToken)
    {
        var staff = await db.Staff.AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Id)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new StaffListResponse([.. staff.Select(StaffMemberResponse.Of)]));
    }

    private static async Task<Results<Created<StaffMemberResponse>, ProblemHttpResult>> AddAsync(
        AddStaffRequest request, AddStaffHandler handler, HttpContext http, CancellationToken cancellationToken)
    {
        var (added, problems) = await handler.HandleAsync(http, request, cancellationToken);
        return added is null ? problems.ToProblem() : TypedResults.Created($"/api/v1/agency/staff/{added.Id}", added);
    }

    private static async Task<Results<Ok<StaffMemberResponse>, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeStaffRequest request, ChangeStaffHandler handler, HttpContext http,
        CancellationToken cancellationToken)
    {
        var (changed, problems) = await handler.HandleAsync(http, id, request, cancellationToken);
        return changed is null ? problems.ToProblem() : TypedResults.Ok(changed);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        Guid id, ResetSecondFactorHandler handler, HttpContext http, CancellationToken cancellationToken) =>
        await handler.HandleAsync(http, id, cancellationToken) is { } problem
            ? problem.ToProblem()
            : TypedResults.NoContent();
}
