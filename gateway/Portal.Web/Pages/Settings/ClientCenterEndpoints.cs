using Portal.ServiceDefaults.Colors;
using Portal.ServiceDefaults.Results;
using Portal.Web.Components.Frame;
using Portal.Web.Pages.Errors;
using Portal.Web.Services;
using Portal.Web.Services.Agencies;
using Portal.Web.Visits;

namespace Portal.Web.Pages.Settings;

/// <summary>How the agency lets its clients in.</summary>
internal static class ClientCenterEndpoints
{
    private const string Unreadable = "This is no color that can be shown. Write # and six digits or letters from a to f, such as #0f5c6e.";

    private static Refusal UnreadableColor { get; } = new()
    {
        Code = "accent-invalid",
        Detail = Unreadable,
        Errors = [new FieldProblem("accent", "accent-invalid", Unreadable)],
    };

    public static void Map(IEndpointRouteBuilder read, IEndpointRouteBuilder write)
    {
        read.MapGet("", (AgencyClient agency, CancellationToken cancellationToken) => ShowAsync(form: null, refusal: null, agency, cancellationToken));
        write.MapPost("", PostAsync);
    }

    private static async Task<IResult> PostAsync(HttpContext http, AgencyClient agency, Visit visit, CancellationToken cancellationToken)
    {
        var fields = await http.Request.ReadFormAsync(cancellationToken);
        var form = SettingsForm.Read(fields);
        if (fields.ContainsKey("preview"))
        {
            return await ShowAsync(form, Rgb.TryParse(form.Accent, out _) ? null : UnreadableColor, agency, cancellationToken);
        }

        var changed = await agency.SetAsync(form.Change(), form.Etag, cancellationToken);
        if (changed.Refused)
        {
            return await ShowAsync(form, changed.Refusal, agency, cancellationToken);
        }

        ToastCookie.Leave(http, "The settings were saved.");
        return TypedResults.Redirect(visit.Url("/settings"));
    }

    private static async Task<IResult> ShowAsync(
        SettingsForm? form, Refusal? refusal, AgencyClient agency, CancellationToken cancellationToken)
    {
        var (settings, link) = await Both.Of(agency.SettingsAsync(cancellationToken), agency.LoginLinkAsync(cancellationToken));
        if ((settings.Refusal ?? link.Refusal) is { } failure)
        {
            return failure.ToPage();
        }

        // After another person's change the form is sent again for what stands now, knowingly.
        var isStale = refusal is { Status: StatusCodes.Status412PreconditionFailed };
        return Page.Of<ClientCenterPage>(
            new
            {
                Settings = settings.Value,
                Link = link.Value,
                IsPreview = form is not null && refusal is null,
                Form = form is null ? SettingsForm.Of(settings.Value!) : isStale ? form with { Etag = settings.Value!.Etag } : form,
                Refusal = isStale ? refusal! with { Errors = [] } : refusal,
            },
            refusal);
    }
}
