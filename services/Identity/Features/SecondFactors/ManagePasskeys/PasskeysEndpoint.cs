using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Access;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.SecondFactors.ManagePasskeys;

/// <summary>Passkeys of a person of the agency, and proving the second factor of a session with one.</summary>
internal static class PasskeysEndpoint
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/passkeys").WithTags("Passkeys");
        group.MapGet("", ListAsync).RequireScope(Scopes.SessionsRead).WithName("ListPasskeys")
            .WithSummary("The caller's passkeys.");
        group.MapPost("/options", AskNewAsync).RequirePower(Powers.AddPasskey)
            .WithName("AskNewPasskey")
                .WithSummary("Options for navigator.credentials.create; the second factor must be fresh.");
        group.MapPost("", AddAsync).RequirePower(Powers.AddPasskey)
            .WithName("AddPasskey").WithSummary("Adds the passkey that the browser made.");
        group.MapDelete("/{id:guid}", RemoveAsync).RequirePower(Powers.RemovePasskey)
            .WithName("RemovePasskey").WithSummary("Removes a passkey, and signs the person out everywhere else.");
        var session = routes.MapGroup("/api/v1/session/passkey").WithTags("Passkeys")
            .RequireScope(Scopes.SessionsWrite);
        session.MapPost("/options", AskAsync).WithName("AskPasskeyAgain")
            .WithSummary("Options for navigator.credentials.get.");
        session.MapPost("", ProveAsync).WithName("ProvePasskeyAgain")
            .WithSummary("Proves the second factor again, which whatever gives power wants fresh.");
    }

    private static async Task<Results<Ok<IReadOnlyList<PasskeyResponse>>, ProblemHttpResult>> ListAsync(
        IdentityDb db, StaffSession session, CancellationToken cancellationToken)
    {
        var found = await session.FindAsync(cancellationToken);
        if (found.Failed)
        {
            return found.Error.ToProblem();
        }

        var passkeys = await db.Passkeys.Where(one => one.StaffId == found.Value.Member.Id)
            .OrderBy(one => one.CreatedAt)
            .Select(one => new PasskeyResponse(one.Id, one.Name, one.CreatedAt, one.LastUsedAt))
                .ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<PasskeyResponse>>(passkeys);
    }

    private static async Task<Results<Ok<PasskeyOptionsResponse>, ProblemHttpResult>> AskNewAsync(
        StaffSession session, PasskeyManager passkeys, PasskeySeal seal, CancellationToken cancellationToken)
    {
        var found = await session.FindAsync(cancellationToken);
        return found.Failed
            ? found.Error.ToProblem()
            : Answer(await passkeys.AskNewAsync(found.Value.Member), found.Value, seal);
    }

    private static async Task<Results<Ok<PasskeyOptionsResponse>, ProblemHttpResult>> AskAsync(
        StaffSession session, PasskeyManager passkeys, PasskeySeal seal, CancellationToken cancellationToken)
    {
        var found = await session.FindAsync(cancellationToken);
        return found.Failed
            ? found.Error.ToProblem()
            : Answer(await passkeys.AskAsync(found.Value.Member), found.Value, seal);
    }

    private static async Task<Results<Created<PasskeyResponse>, ProblemHttpResult>> AddAsync(
        AddPasskeyRequest request, PasskeyRegistration handler, HttpContext http, CancellationToken cancellationToken)
    {
        var added = await handler.AddAsync(request, http, cancellationToken);
        return added.Failed
            ? added.Error.ToProblem()
            : TypedResults.Created($"/api/v1/passkeys/{added.Value.Id}", added.Value);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        Guid id, PasskeyRegistration handler, HttpContext http, CancellationToken cancellationToken) =>
        await handler.RemoveAsync(id, http, cancellationToken) is { } failure
            ? failure.ToProblem()
            : TypedResults.NoContent();

    private static async Task<Results<Ok<PasskeyProvenResponse>, ProblemHttpResult>> ProveAsync(
        ProvePasskeyRequest request, PasskeyRegistration handler, HttpContext http, CancellationToken cancellationToken)
    {
        var proven = await handler.ProveAsync(request, http, cancellationToken);
        return proven.Failed ? proven.Error.ToProblem() : TypedResults.Ok(proven.Value);
    }

    private static Ok<PasskeyOptionsResponse> Answer(
        PasskeyChallenge question, StaffSession.Found found, PasskeySeal seal) =>
        TypedResults.Ok(
            new PasskeyOptionsResponse(
                JsonElement.Parse(question.Options), seal.Seal(question.State, found.Session.Id)));
}
