using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Agencies;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Settings;

/// <summary>The agency's people and what they may do.</summary>
internal static class PeopleEndpoints
{
    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("/people", ListAsync);
        write.MapGet("/people/new", () => ShowNew(new PersonForm { Role = "agent" }, refusal: null));
        write.MapPost("/people/new", AddAsync);
        write.MapGet("/people/{person:guid}", (Guid person, AgencyClient agency, CancellationToken cancellationToken) =>
            ShowAsync(person, form: null, refusal: null, agency, cancellationToken));
        write.MapPost("/people/{person:guid}", ChangeAsync);
        write.MapPost("/people/{person:guid}/activity", SwitchAsync);
        write.MapPost("/people/{person:guid}/second-factor-reset", ResetAsync);
    }

    private static async Task<IResult> ListAsync(AgencyClient agency, CancellationToken cancellationToken)
    {
        var staff = await agency.StaffAsync(cancellationToken);
        return staff.Refused ? staff.Refusal.ToPage() : Page.Of<PeoplePage>(new { People = staff.Value.Items });
    }

    private static async Task<IResult> AddAsync(
        [FromForm] PersonForm form, AgencyClient agency, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var added = await agency.AddAsync(form.Name?.Trim() ?? "", form.Email?.Trim() ?? "", form.Role ?? "", cancellationToken);
        return added.Refused ? ShowNew(form, added.Refusal) : Done(http, visit, $"{added.Value.Name} was added and may sign in.");
    }

    private static async Task<IResult> ChangeAsync(
        Guid person, [FromForm] PersonForm form, AgencyClient agency, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var changed = await agency.ChangeAsync(person, new { Name = form.Name?.Trim() ?? "", Role = form.Role ?? "" }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(person, form, changed.Refusal, agency, cancellationToken)
            : Done(http, visit, $"{changed.Value.Name} was saved.");
    }

    private static async Task<IResult> SwitchAsync(
        Guid person, [FromForm] bool active, AgencyClient agency, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var changed = await agency.ChangeAsync(person, new { active }, cancellationToken);
        return changed.Refused
            ? await ShowAsync(person, form: null, changed.Refusal, agency, cancellationToken)
            : Done(http, visit, active ? $"{changed.Value.Name} may sign in again." : $"{changed.Value.Name} was signed out and may no longer sign in.");
    }

    private static async Task<IResult> ResetAsync(
        Guid person, AgencyClient agency, HttpContext http, Visit visit, CancellationToken cancellationToken)
    {
        var reset = await agency.ResetSecondFactorAsync(person, cancellationToken);
        return reset.Refused
            ? await ShowAsync(person, form: null, reset.Refusal, agency, cancellationToken)
            : Done(http, visit, "The second factor was reset. The next sign-in sets up a new one.");
    }

    private static IResult ShowNew(PersonForm form, Refusal? refusal) =>
        Page.Of<PersonPage>(new { Form = form, Refusal = refusal }, refusal);

    private static async Task<IResult> ShowAsync(
        Guid person, PersonForm? form, Refusal? refusal, AgencyClient agency, CancellationToken cancellationToken)
    {
        var staff = await agency.StaffAsync(cancellationToken);
        return staff.Value?.Items.FirstOrDefault(one => one.Id == person) is { } found
            ? Page.Of<PersonPage>(
                new { Person = found, Form = form is null ? PersonForm.Of(found) : form with { Email = found.Email }, Refusal = refusal },
                refusal)
            : (staff.Refusal ?? new Refusal { Status = StatusCodes.Status404NotFound }).ToPage();
    }

    private static RedirectHttpResult Done(HttpContext http, Visit visit, string text)
    {
        ToastCookie.Leave(http, text);
        return TypedResults.Redirect(visit.Url("/settings/people"));
    }
}
