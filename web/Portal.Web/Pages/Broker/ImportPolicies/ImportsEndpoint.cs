using Microsoft.AspNetCore.Mvc;
using Portal.ServiceDefaults.Tokens;
using Portal.Web.Api;
using Portal.Web.Api.Imports;
using Portal.Web.Components.Frame;
using Portal.Web.Components.Tables;
using Portal.Web.Context;
using Portal.Web.Pages.Results;

namespace Portal.Web.Pages.Broker.ImportPolicies;

/// <summary>Bringing clients, policies and holders in from files: first what would happen, then do it.</summary>
internal static class ImportsEndpoint
{
    /// <summary>Most that the files of one import may have together, with the form's own framing.</summary>
    private const long MostBytes = (64 * 1024 * 1024) + (64 * 1024);

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").DisableAntiforgery();
        var write = imports.MapGroup("").RequireScope(Scopes.ImportsWrite);
        write.MapGet("", (PageContext context) => TypedResults.Redirect(context.Url("/imports/new")));
        write.MapGet("/new", () => Show(problem: null));
        write.MapPost("/new", StartAsync)
            .WithMetadata(
                new RequestSizeLimitAttribute(MostBytes),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostBytes });
        write.MapPost("/{id:guid}/run", CarryOutAsync);
        var read = imports.MapGroup("/{id:guid}").RequireScope(Scopes.ImportsRead);
        read.MapGet("", GetAsync);
        read.MapGet("/progress", ProgressAsync);
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request, ImportApi imports, PageContext context, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        // A field without a file is sent as an empty one.
        var files = form.Files.Where(file => file.Length > 0).ToList();
        if (files.Count == 0)
        {
            return Show(new ApiProblem { Code = "files-required", Detail = "Choose at least one file." });
        }

        var started = await imports.StartAsync(files, dryRun: true, cancellationToken);
        return started.Refused
            ? Show(started.Problem)
            : TypedResults.Redirect(context.Url($"/imports/{started.Value.Id}"));
    }

    private static async Task<IResult> CarryOutAsync(
        Guid id, ImportApi imports, PageContext context, CancellationToken cancellationToken)
    {
        var started = await imports.CarryOutAsync(id, cancellationToken);
        return started.Refused
            ? started.Problem.ToPage()
            : TypedResults.Redirect(context.Url($"/imports/{started.Value.Id}"));
    }

    private static async Task<IResult> GetAsync(
        Guid id, HttpRequest request, ImportApi imports, CancellationToken cancellationToken)
    {
        var job = await imports.GetAsync(id, cancellationToken);
        return job.Refused
            ? job.Problem.ToPage()
            : PageResult.Of<ImportPage>(new { Job = job.Value, Address = TableAddress.Of(request) });
    }

    /// <summary>
    /// The part of the page that changes; once it is over the page is loaded anew, with what can be done then.
    /// </summary>
    private static async Task<IResult> ProgressAsync(
        Guid id, HttpResponse response, ImportApi imports, CancellationToken cancellationToken)
    {
        var job = await imports.GetAsync(id, cancellationToken);
        if (job.Refused)
        {
            return job.Problem.ToPage();
        }

        if (!job.Value.IsRunning)
        {
            // The page that is loaded reads its end out; the numbers that grew were not.
            ToastCookie.Leave(response.HttpContext, EndOf(job.Value));
            response.Headers["HX-Refresh"] = "true";
        }

        return PageResult.Of<ImportTable>(new { Job = job.Value });
    }

    private static string EndOf(ImportJob job) => job switch
    {
        { Failed: true } => "It has ended; nothing was imported.",
        { DryRun: true } => "The files have been checked.",
        _ => "The import is done.",
    };

    private static IResult Show(ApiProblem? problem) => PageResult.Of<NewImportPage>(
        new { Problem = problem }, problem);
}
