using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>The agency's partner applications; the database shows those of the caller's agency alone.</summary>
internal static class ApplicationsEndpoint
{
    /// <summary>Where applications are.</summary>
    public const string Path = "/api/v1/applications";

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup(Path).RequireScope(Scopes.ApplicationsRead).WithTags("Applications");
        reading.MapGet("", ListAsync).WithName("ListApplications")
            .WithSummary("The agency's partner applications by name.");
        reading.MapGet("/{id}", GetAsync).WithName("GetApplication").WithSummary("One application.");

        var writing = routes.MapGroup(Path).WithTags("Applications");
        writing.MapPost("", CreateAsync).RequirePower(Powers.AddApplication).WithName("CreateApplication")
            .WithSummary("Registers an application; the answer is the only one that ever shows its secret.");
        writing.MapPatch("/{id}", ChangeAsync).RequirePower(Powers.ChangeApplication).WithName("ChangeApplication")
            .WithSummary(
                "Changes name and scopes, disables and enables; disabling, or taking a scope away, ends the "
                + "application's tokens at once.");
    }

    private static async Task<Results<Ok<Page<ApplicationResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db, [AsParameters] PageQuery paging, CancellationToken cancellationToken)
    {
        var clients = db.Applications.AsNoTracking();
        if (!paging.TryReadCursor(out ApplicationCursor? last))
        {
            return new InvalidCursor().ToProblem();
        }

        if (last is not null)
        {
            clients = clients.Where(one =>
                one.Name.CompareTo(last.Name) > 0 || (one.Name == last.Name && one.Id.CompareTo(last.Id) > 0));
        }

        var page = await clients.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(paging.Rows + 1)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(
            paging.ToPage(page, ApplicationResponse.Of, last => new ApplicationCursor(last.Name, last.Id)));
    }

    private static async Task<Results<Ok<ApplicationResponse>, ProblemHttpResult>> GetAsync(
        IdentityDb db, string id, CancellationToken cancellationToken) =>
        await db.Applications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is { } client
            ? TypedResults.Ok(ApplicationResponse.Of(client))
            : new ApplicationNotFound().ToProblem();

    private static async Task<Results<Created<NewApplicationResponse>, ProblemHttpResult>> CreateAsync(
        HttpContext http,
        CreateApplicationRequest request,
        IdentityDb db,
        ApplicationStore applications,
        AgencyScope agency,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        Error?[] judged =
        [
            ApplicationRules.OfName(request.Name),
            ApplicationRules.OfScopes(request.Scopes),
            request.Authentication is null ? new FieldRequired("authentication") : null,
        ];
        if (judged.OfType<Error>().ToList() is { Count: > 0 } errors)
        {
            return errors.ToProblem();
        }

        var now = time.GetUtcNow();
        var authentication = request.Authentication!.Value;
        var client = Application.Partner(agency.AgencyId, request.Name!.Trim(), request.Scopes!, authentication, now);
        NewSecretResponse? shown = null;
        if (authentication == ApplicationAuthentication.Secret)
        {
            var text = ApplicationSecret.NewText();
            var secret = ApplicationSecret.Of(text, expiresAt: null, now);
            client.Add(secret);
            shown = NewSecretResponse.Of(secret, text);
        }

        db.Applications.Add(client);
        applications.Record(
            http, Powers.AddApplication, AuditActions.ApplicationAdded, client, string.Join(' ', client.Scopes));
        await applications.SaveAsync(cancellationToken);
        http.Response.ForbidCaching();
        return TypedResults.Created(
            $"{Path}/{client.Id}", new NewApplicationResponse(ApplicationResponse.Of(client), shown));
    }

    private static async Task<Results<Ok<ApplicationResponse>, ProblemHttpResult>> ChangeAsync(
        HttpContext http,
        string id,
        ChangeApplicationRequest request,
        ApplicationStore applications,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        Error?[] judged =
        [
            request.Name is null ? null : ApplicationRules.OfName(request.Name),
            request.Scopes is null ? null : ApplicationRules.OfScopes(request.Scopes),
        ];
        if (judged.OfType<Error>().ToList() is { Count: > 0 } errors)
        {
            return errors.ToProblem();
        }

        var changed = await applications.ChangeAsync<Application>(
            id,
            client =>
            {
                var before = (client.Name, client.Scopes);
                var lost = client.Describe(request.Name?.Trim() ?? client.Name, request.Scopes ?? client.Scopes);
                var scopes = string.Join(' ', client.Scopes);
                if (before != (client.Name, client.Scopes))
                {
                    applications.Record(
                        http, Powers.ChangeApplication, AuditActions.ApplicationChanged, client, scopes);
                }

                if (request.Disabled is false && client.Enable())
                {
                    applications.Record(
                        http, Powers.ChangeApplication, AuditActions.ApplicationEnabled, client, scopes);
                }

                var disabled = request.Disabled is true && client.Disable(time.GetUtcNow());
                if (disabled)
                {
                    applications.Record(
                        http, Powers.ChangeApplication, AuditActions.ApplicationDisabled, client, scopes);
                }

                if (disabled || lost)
                {
                    applications.EndTokens(client);
                }

                return client;
            },
            cancellationToken);
        return changed.Failed ? changed.Error.ToProblem() : TypedResults.Ok(ApplicationResponse.Of(changed.Value));
    }
}
