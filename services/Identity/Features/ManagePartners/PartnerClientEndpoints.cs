using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Access;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Features.AuthenticateClient;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>The agency's partner clients; the database shows those of the caller's agency alone.</summary>
internal static class PartnerClientEndpoints
{
    private const string Path = "/api/v1/partner-clients";

    public static void MapPartnerClients(this IEndpointRouteBuilder routes)
    {
        var reading = routes.MapGroup(Path).RequireScope(Scopes.PartnersRead).WithTags("Partner clients");
        reading.MapGet("", ListAsync).WithName("ListPartnerClients").WithSummary("The agency's partner clients by name.");
        reading.MapGet("/{id}", GetAsync).WithName("GetPartnerClient").WithSummary("One partner client.");

        var writing = routes.MapGroup(Path).WithTags("Partner clients");
        writing.MapPost("", CreateAsync).RequirePower(Powers.AddPartner).WithName("CreatePartnerClient")
            .WithSummary("Makes a partner client; the answer is the only one that ever shows its secret.");
        writing.MapPatch("/{id}", ChangeAsync).RequirePower(Powers.ChangePartner).WithName("ChangePartnerClient")
            .WithSummary("Changes name and scopes, disables and enables; disabling, or taking a scope away, ends the client's tokens at once.");
        writing.MapPartnerSecrets();
        writing.MapPartnerKeys();
    }

    private static async Task<Results<Ok<Page<PartnerClientResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var clients = db.ApiClients.AsNoTracking();
        if (cursor is not null)
        {
            if (!Cursor.TryDecode<PartnerClientPosition>(cursor, out var last))
            {
                return new InvalidCursor().ToProblem();
            }

            clients = clients.Where(one =>
                one.Name.CompareTo(last.Name) > 0 || (one.Name == last.Name && one.Id.CompareTo(last.Id) > 0));
        }

        var rows = Cursor.ClampLimit(limit);
        var page = await clients.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(rows + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(Cursor.ToPage(page, rows, PartnerClientResponse.Of, last => new PartnerClientPosition(last.Name, last.Id)));
    }

    private static async Task<Results<Ok<PartnerClientResponse>, ProblemHttpResult>> GetAsync(
        IdentityDb db, string id, CancellationToken cancellationToken) =>
        await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken) is { } client
            ? TypedResults.Ok(PartnerClientResponse.Of(client))
            : new PartnerClientUnknown().ToProblem();

    private static async Task<Results<Created<NewPartnerClientResponse>, ProblemHttpResult>> CreateAsync(
        HttpContext http,
        CreatePartnerClientRequest request,
        IdentityDb db,
        PartnerClients clients,
        AgencyScope agency,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        Error?[] judged =
        [
            PartnerRules.OfName(request.Name),
            PartnerRules.OfScopes(request.Scopes),
            request.Authentication is null ? new AuthenticationMissing { Field = "authentication" } : null,
        ];
        if (judged.OfType<Error>().ToList() is { Count: > 0 } errors)
        {
            return errors.ToProblem();
        }

        var now = time.GetUtcNow();
        var authentication = request.Authentication == PartnerAuthentication.Secret
            ? ClientAuthentication.Secret
            : ClientAuthentication.PrivateKeyJwt;
        var client = ApiClient.Partner(agency.AgencyId, request.Name!.Trim(), request.Scopes!, authentication, now);
        NewSecretResponse? shown = null;
        if (authentication == ClientAuthentication.Secret)
        {
            var text = ClientSecret.NewText();
            var secret = ClientSecret.Of(text, expiresAt: null, now);
            client.Add(secret);
            shown = NewSecretResponse.Of(secret, text);
        }

        db.ApiClients.Add(client);
        clients.Record(http, Powers.AddPartner, AuditActions.PartnerAdded, client, string.Join(' ', client.Scopes));
        await clients.SaveAsync(cancellationToken);
        http.Response.ForbidCaching();
        return TypedResults.Created($"{Path}/{client.Id}", new NewPartnerClientResponse(PartnerClientResponse.Of(client), shown));
    }

    private static async Task<Results<Ok<PartnerClientResponse>, ProblemHttpResult>> ChangeAsync(
        HttpContext http,
        string id,
        ChangePartnerClientRequest request,
        PartnerClients clients,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        Error?[] judged =
        [
            request.Name is null ? null : PartnerRules.OfName(request.Name),
            request.Scopes is null ? null : PartnerRules.OfScopes(request.Scopes),
        ];
        if (judged.OfType<Error>().ToList() is { Count: > 0 } errors)
        {
            return errors.ToProblem();
        }

        var changed = await clients.ChangeAsync<ApiClient>(
            id,
            client =>
            {
                var before = (client.Name, client.Scopes);
                var lost = client.Describe(request.Name?.Trim() ?? client.Name, request.Scopes ?? client.Scopes);
                var scopes = string.Join(' ', client.Scopes);
                if (before != (client.Name, client.Scopes))
                {
                    clients.Record(http, Powers.ChangePartner, AuditActions.PartnerChanged, client, scopes);
                }

                if (request.Disabled is false && client.Enable())
                {
                    clients.Record(http, Powers.ChangePartner, AuditActions.PartnerEnabled, client, scopes);
                }

                var disabled = request.Disabled is true && client.Disable(time.GetUtcNow());
                if (disabled)
                {
                    clients.Record(http, Powers.ChangePartner, AuditActions.PartnerDisabled, client, scopes);
                }

                if (disabled || lost)
                {
                    clients.EndTokens(client);
                }

                return client;
            },
            cancellationToken);
        return changed.Failed ? changed.Error.ToProblem() : TypedResults.Ok(PartnerClientResponse.Of(changed.Value));
    }
}
