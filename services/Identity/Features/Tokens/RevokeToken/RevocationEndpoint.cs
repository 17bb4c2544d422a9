using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Features.Tokens.AuthenticateClient;
using Portal.Identity.Storage;
using Portal.ServiceDefaults.Requests;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Features.Tokens.RevokeToken;

/// <summary>
/// Revocation (RFC 7009). A client ends its own tokens; for any other, or for what is no token, nothing happens, and
/// the answer is the same.
/// </summary>
internal static class RevocationEndpoint
{
    public const string Path = "/connect/revoke";

    public static void MapRevocation(this IEndpointRouteBuilder routes) => routes
        .MapPost(Path, RevokeAsync)
        .AcceptOAuthForm("token", "token_type_hint")
        .WithName("RevokeToken")
        .WithSummary(
            "Ends an access token of the client (RFC 7009); the client proves itself as at the token endpoint.");

    private static async Task<Results<Ok, JsonHttpResult<OAuthError>>> RevokeAsync(
        HttpContext http,
        ClientAuthenticator authenticator,
        IssuedTokens tokens,
        IdentityDb db,
        Revocations revocations,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (request, error) = await authenticator.ReadAsync(http, cancellationToken);
        if (request is null)
        {
            return http.Refuse(error!);
        }

        var (client, form) = request;
        if (form["token"] is not { } text)
        {
            return http.Refuse(OAuthError.InvalidRequest("Send the token to end as token."));
        }

        if (await tokens.FindActiveAsync(text, cancellationToken) is { } token && token.ClientId == client.Id)
        {
            revocations.Add(RevocationKind.Token, token.Id, token.ExpiresAt + TokenValidator.Skew);
            Record(http, db, client, token, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok();
    }

    // A service's own client is no agency's, and so in no agency's trail.
    private static void Record(
        HttpContext http, IdentityDb db, Application client, IssuedToken token, DateTimeOffset now)
    {
        if (client.AgencyId is not { } agency)
        {
            return;
        }

        var actor = new AuditActor
        {
            Id = client.Id,
            Name = client.Name,
            Role = Roles.Partner,
            From = http.CallerAddress()?.ToString(),
        };
        db.Record(actor.Did(AuditActions.TokenRevoked, token.Id, agency, token.Account, now));
    }
}
