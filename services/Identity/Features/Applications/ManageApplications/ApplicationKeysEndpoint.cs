using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>The public keys of an application that proves itself by private_key_jwt.</summary>
internal static class ApplicationKeysEndpoint
{
    public static void MapApplicationKeys(this IEndpointRouteBuilder routes) =>
        routes.MapGroup(ApplicationsEndpoint.Path).WithTags("Applications").MapPut("/{id}/keys", SetAsync)
            .RequirePower(Powers.ChangeApplicationProof).WithName("SetApplicationKeys")
            .WithSummary(
                "Replaces the application's public keys by 1 to 4 others; a key left out proves nothing from then "
                + "on, and the application's tokens end at once.");

    private static async Task<Results<Ok<ApplicationResponse>, ProblemHttpResult>> SetAsync(
        HttpContext http, string id, SetKeysRequest request, ApplicationStore applications, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (keys, errors) = ApplicationRules.ReadKeys(request.Keys, time.GetUtcNow());
        if (errors.Count > 0)
        {
            return errors.ToProblem();
        }

        var changed = await applications.ChangeAsync<Application>(
            id,
            client =>
            {
                if (client.Authentication != ApplicationAuthentication.PrivateKeyJwt)
                {
                    return new ApplicationUsesSecrets();
                }

                if (client.SetKeys(keys))
                {
                    applications.EndTokens(client);
                }

                applications.Record(
                    http,
                    Powers.ChangeApplicationProof,
                    AuditActions.KeysSet,
                    client,
                    string.Join(' ', keys.Select(key => key.Kid)));
                return client;
            },
            cancellationToken);
        return changed.Failed ? changed.Error.ToProblem() : TypedResults.Ok(ApplicationResponse.Of(changed.Value));
    }
}
