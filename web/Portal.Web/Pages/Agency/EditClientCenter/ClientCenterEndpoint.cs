using Portal.ServiceDefaults.Colors;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Agencies;
using Portal.Web.Components.Frame;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Agency.EditClientCenter;

/// <summary>How the agency lets its clients in.</summary>
internal static class ClientCenterEndpoint
{
    private const string Unreadable =
        "This is no color that can be shown. Write # and six digits or letters from a to f, such as #0f5c6e.";

    private static ApiProblem UnreadableColor { get; } = new()
    {
        Code = "accent-invalid",
        Detail = Unreadable,
        Errors = [new FieldProblem("accent", "accent-invalid", Unreadable)],
    };

    public static void MapClientCenter(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("", GetAsync).RequireScope(Scopes.AgencyRead);
        routes.MapPost("", PostAsync).RequireScope(Scopes.AgencyWrite);
    }

    private static Task<IResult> GetAsync(AgencyApi agency, CancellationToken cancellationToken) =>
        ShowAsync(form: null, problem: null, agency, cancellationToken);

    private static async Task<IResult> PostAsync(
        HttpContext http, AgencyApi agency, PageContext context, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        var form = SettingsForm.Read(fields);
        if (fields.ContainsKey("preview"))
        {
            return await ShowAsync(
                form, Rgb.TryParse(form.Accent, out _) ? null : UnreadableColor, agency, cancellationToken);
        }

        var changed = await agency.SetAsync(form.Change(), form.Etag, cancellationToken);
        if (changed.Refused)
        {
            return await ShowAsync(form, changed.Problem, agency, cancellationToken);
        }

        ToastCookie.Leave(http, "The settings were saved.");
        return TypedResults.Redirect(context.Url("/settings"));
    }

    private static async Task<IResult> ShowAsync(
        SettingsForm? form, ApiProblem? problem, AgencyApi agency, CancellationToken cancellationToken)
    {
        var (settings, link) = await ApiResults.BothAsync(
            agency.SettingsAsync(cancellationToken), agency.LoginLinkAsync(cancellationToken));
        if ((settings.Problem ?? link.Problem) is { } failure)
        {
            return failure.ToPage();
        }

        // After another person's change the form is sent again for what stands now, knowingly.
        var isStale = problem is { Status: StatusCodes.Status412PreconditionFailed };
        return PageResult.Of<ClientCenterPage>(
            new
            {
                Settings = settings.Value,
                Link = link.Value,
                IsPreview = form is not null && problem is null,
                Form = form is null
                    ? SettingsForm.Of(settings.Value!)
                    : isStale
                    ? form with { Etag = settings.Value!.Etag }
                    : form,
                Problem = isStale ? problem! with { Errors = [] } : problem,
            },
            problem);
    }
}
