using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Agencies;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Agency.ManagePeople;

/// <summary>The agency's people and what they may do.</summary>
internal static class PeopleEndpoint
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var read = routes.MapGroup("/people").RequireScope(Scopes.AgencyRead);
        var write = routes.MapGroup("/people").RequireScope(Scopes.AgencyWrite);
        read.MapGet("", ListAsync);
        write.MapGet("/new", () => ShowNew(new PersonForm { Role = "agent" }, problem: null));
        write.MapPost("/new", AddAsync);
        write.MapGet("/{person:guid}", (Guid person, AgencyApi agency, CancellationToken cancellationToken) =>
            ShowAsync(person, form: null, problem: null, agency, cancellationToken));
        write.MapPost("/{person:guid}", ChangeAsync);
        write.MapPost("/{person:guid}/activity", SwitchAsync);
        write.MapPost("/{person:guid}/second-factor-reset", ResetAsync);
    }

    private static async Task<IResult> ListAsync(AgencyApi agency, CancellationToken cancellationToken)
    {
        var staff = await agency.StaffAsync(cancellationToken);
        return staff.Refused ? staff.Problem.ToPage() : PageResult.Of<PeoplePage>(new { People = staff.Value.Items });
    }

    private static async Task<IResult> AddAsync(
        [FromForm] PersonForm form, AgencyApi agency, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var added = await agency.AddAsync(
            form.Name?.Trim() ?? "", form.Email?.Trim() ?? "", form.Role ?? "", cancellationToken);
        return added.Refused
            ? ShowNew(form, added.Problem)
            : Done(http, context, $"{added.Value.Name} was added and may sign in.");
    }

    private static async Task<IResult> ChangeAsync(
        Guid person, [FromForm] PersonForm form, AgencyApi agency, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var changed = await agency.ChangeAsync(
            person, new { Name = form.Name?.Trim() ?? "", Role = form.Role ?? "" }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(person, form, changed.Problem, agency, cancellationToken)
            : Done(http, context, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        Guid person, [FromForm] bool active, AgencyApi agency, HttpContext http, PageContext context,
        CancellationToken cancellationToken)
    {
        var changed = await agency.ChangeAsync(person, new { active }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(person, form: null, changed.Problem, agency, cancellationToken)
            : Done(
                http,
                context,
                active
                    ? $"{changed.Value.Name} may sign in again."
                    : $"{changed.Value.Name} was signed out and may no longer sign in.");
    }

    private static async Task<IResult> ResetAsync(
        Guid person, AgencyApi agency, HttpContext http, PageContext context, CancellationToken cancellationToken)
    {
        var reset = await agency.ResetSecondFactorAsync(person, cancellationToken);
        return reset.Refused
            ? await ShowAsync(person, form: null, reset.Problem, agency, cancellationToken)
            : Done(http, context, "The second factor was reset. The next sign-in sets up a new one.");
    }

    private static IResult ShowNew(PersonForm form, ApiProblem? problem) =>
        PageResult.Of<PersonPage>(new { Form = form, Problem = problem }, problem);

    private static async Task<IResult> ShowAsync(
        Guid person, PersonForm? form, ApiProblem? problem, AgencyApi agency, CancellationToken cancellationToken)
    {
        var staff = await agency.StaffAsync(cancellationToken);
        return staff.Value?.Items.FirstOrDefault(one => one.Id == person) is { } found
            ? PageResult.Of<PersonPage>(
                new
                {
                    Person = found,
                    Form = form is null ? PersonForm.Of(found) : form with { Email = found.Email },
                    Problem = problem,
                },
                problem)
            : (staff.Problem ?? new ApiProblem { Status = StatusCodes.Status404NotFound }).ToPage();
    }

    private static RedirectHttpResult Done(HttpContext http, PageContext context, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(context.Url("/settings/people"));
    }
}
