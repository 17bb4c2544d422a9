using Microsoft.AspNetCore.Mvc;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.SignIn;
using Portal.Web.Visits;

namespace Portal.Web.Pages.SignIn;

/// <summary>The first page: whose address, or Google.</summary>
internal static class StartEndpoints
{
    public static void MapStart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", GetAsync);
        routes.MapPost("", PostAsync);
    }

    private static async Task<IResult> GetAsync(
        SignInPlace place, string? returnTo, bool? over, string? problem, HttpResponse response, SignInClient signIn, CancellationToken cancellationToken)
    {
        var agency = await signIn.AgencyAsync(place.Agency, cancellationToken);
        if (!agency.Refused)
        {
            AgencyCookie.Remember(response, place);
        }

        return Show(place, agency, new StartForm { ReturnTo = LocalPath.Of(returnTo), IsOver = over is true, Problem = problem }, refusal: null);
    }

    private static async Task<IResult> PostAsync(
        SignInPlace place, [FromForm] string? email, [FromForm] string? returnTo, SignInClient signIn, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var form = new StartForm { Email = (email ?? "").Trim(), ReturnTo = LocalPath.Of(returnTo) };
        if (form.Email.Length == 0)
        {
            form = form with { Error = "Enter your email address, for example name@example.com." };
            return Show(place, await signIn.AgencyAsync(place.Agency, cancellationToken), form, new Refusal());
        }

        var started = await signIn.StartAsync(place.Agency, place.Audience, form.Email, form.ReturnTo, cancellationToken);
        if (started.Refused)
        {
            form = started.Refusal is { Code: "too-many-codes", RetryAfter: { } wait }
                ? form with { CodesAgainAt = time.GetUtcNow() + wait }
                : form with { Error = started.Refusal.TextFor("email") };
            return Show(place, await signIn.AgencyAsync(place.Agency, cancellationToken), form, started.Refusal);
        }

        return TypedResults.Redirect(place.Step);
    }

    /// <summary>The first page, with what was typed and what is wrong with it.</summary>
    public static IResult Show(SignInPlace place, Answer<SignInAgency> agency, StartForm form, Refusal? refusal) => agency.Refused
        ? agency.Refusal.ToPage()
        : Page.Of<StartPage>(new { Place = place, Agency = agency.Value, Form = form }, refusal);
}
