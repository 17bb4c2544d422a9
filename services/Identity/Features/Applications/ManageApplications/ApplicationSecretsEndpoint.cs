using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Tokens;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Applications.ManageApplications;

/// <summary>The secrets of an application: two at once, so that a new one comes in before the old one goes.</summary>
internal static class ApplicationSecretsEndpoint
{
    public static void MapApplicationSecrets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(ApplicationsEndpoint.Path).WithTags("Applications");
        group.MapPost("/{id}/secrets", AddAsync).RequirePower(Powers.ChangeApplicationProof)
            .WithName("AddApplicationSecret")
            .WithSummary("Makes a further secret, at most two in all; the answer is the only one that ever shows it.");
        group.MapDelete("/{id}/secrets/{secretId:guid}", RemoveAsync).RequirePower(Powers.ChangeApplicationProof)
            .WithName("RemoveApplicationSecret")
            .WithSummary("Removes a secret, which proves nothing from then on; the application's tokens end at once.");
    }

    private static async Task<Results<Created<NewSecretResponse>, ProblemHttpResult>> AddAsync(
        HttpContext http,
        string id,
        AddSecretRequest request,
        ApplicationStore applications,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.ExpiresAt <= now)
        {
            return new FieldInvalid("expiresAt", "The secret would expire at once; give an instant ahead, or none.")
                .ToProblem();
        }

        var text = ApplicationSecret.NewText();
        var added = await applications.ChangeAsync<ApplicationSecret>(
            id,
            client =>
            {
                if (client.Authentication != ApplicationAuthentication.Secret)
                {
                    return new ApplicationUsesKeys();
                }

                if (client.Secrets.Count >= Application.MaxSecrets)
                {
                    return new TooManySecrets();
                }

                var secret = ApplicationSecret.Of(text, request.ExpiresAt?.ToUniversalTime(), now);
                client.Add(secret);
                applications.Record(
                    http, Powers.ChangeApplicationProof, AuditActions.SecretAdded, client, $"secret {secret.Id}");
                return secret;
            },
            cancellationToken);
        if (added.Failed)
        {
            return added.Error.ToProblem();
        }

        http.Response.ForbidCaching();
        return TypedResults.Created($"/api/v1/applications/{id}", NewSecretResponse.Of(added.Value, text));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        HttpContext http, string id, Guid secretId, ApplicationStore applications, CancellationToken cancellationToken)
    {
        var removed = await applications.ChangeAsync<Application>(
            id,
            client =>
            {
                if (!client.RemoveSecret(secretId))
                {
                    return new SecretNotFound();
                }

                applications.EndTokens(client);
                applications.Record(
                    http, Powers.ChangeApplicationProof, AuditActions.SecretRemoved, client, $"secret {secretId}");
                return client;
            },
            cancellationToken);
        return removed.Failed ? removed.Error.ToProblem() : TypedResults.NoContent();
    }
}
