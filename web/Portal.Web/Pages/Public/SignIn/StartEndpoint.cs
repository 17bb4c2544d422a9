using Microsoft.AspNetCore.Mvc;
using Portal.Web.Api;
using Portal.Web.Api.SignIn;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Public.SignIn;

/// <summary>The first page: whose address, or Google.</summary>
internal static class StartEndpoint
{
    public static void MapStart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", GetAsync);
        routes.MapPost("", PostAsync);
    }

    private static async Task<IResult> GetAsync(
        SignInAudiencePath path, string? returnTo, bool? over, string? problem, HttpResponse response, SignInApi signIn,
        CancellationToken cancellationToken)
    {
        var agency = await signIn.AgencyAsync(path.Agency, cancellationToken);
        if (!agency.Refused)
        {
            AgencyCookie.Remember(response, path);
        }

        return Show(
            path,
            agency,
            new StartForm { ReturnTo = LocalPath.Of(returnTo), IsOver = over is true, Problem = problem },
            problem: null);
    }

    private static async Task<IResult> PostAsync(
        SignInAudiencePath path, [FromForm] string? email, [FromForm] string? returnTo, SignInApi signIn,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var form = new StartForm { Email = (email ?? "").Trim(), ReturnTo = LocalPath.Of(returnTo) };
        if (form.Email.Length == 0)
        {
            form = form with { Error = "Enter your email address, for example name@example.com." };
            return Show(path, await signIn.AgencyAsync(path.Agency, cancellationToken), form, new ApiProblem());
        }

        var started = await signIn.StartAsync(path.Agency, path.Audience, form.Email, form.ReturnTo, cancellationToken);
        if (started.Refused)
        {
            form = started.Problem is { Code: "too-many-codes", RetryAfter: { } wait }
                ? form with { CodesAgainAt = time.GetUtcNow() + wait }
                : form with { Error = started.Problem.TextFor("email") };
            return Show(path, await signIn.AgencyAsync(path.Agency, cancellationToken), form, started.Problem);
        }

        return TypedResults.Redirect(path.Step);
    }

    /// <summary>The first page, with what was typed and what is wrong with it.</summary>
    public static IResult Show(
        SignInAudiencePath path, ApiResult<SignInAgency> agency, StartForm form, ApiProblem? problem) => agency.Refused
        ? agency.Problem.ToPage()
        : PageResult.Of<StartPage>(new { Path = path, Agency = agency.Value, Form = form }, problem);
}
