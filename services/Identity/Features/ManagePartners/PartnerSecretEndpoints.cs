using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Access;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Features.AuthenticateClient;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>The secrets of a partner client: two at once, so that a new one comes in before the old one goes.</summary>
internal static class PartnerSecretEndpoints
{
    public static void MapPartnerSecrets(this RouteGroupBuilder group)
    {
        group.MapPost("/{id}/secrets", AddAsync).RequirePower(Powers.ChangePartnerProof).WithName("AddPartnerSecret")
            .WithSummary("Makes a further secret, at most two in all; the answer is the only one that ever shows it.");
        group.MapDelete("/{id}/secrets/{secretId:guid}", RemoveAsync).RequirePower(Powers.ChangePartnerProof).WithName("RemovePartnerSecret")
            .WithSummary("Removes a secret, which proves nothing from then on; the client's tokens end at once.");
    }

    private static async Task<Results<Created<NewSecretResponse>, ProblemHttpResult>> AddAsync(
        HttpContext http,
        string id,
        AddSecretRequest request,
        PartnerClients clients,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.ExpiresAt <= now)
        {
            return new ExpiryPassed { Field = "expiresAt" }.ToProblem();
        }

        var text = ClientSecret.NewText();
        var added = await clients.ChangeAsync<ClientSecret>(
            id,
            client =>
            {
                if (client.Authentication != ClientAuthentication.Secret)
                {
                    return new ClientUsesKeys();
                }

                if (client.Secrets.Count >= ApiClient.MaxSecrets)
                {
                    return new TooManySecrets();
                }

                var secret = ClientSecret.Of(text, request.ExpiresAt?.ToUniversalTime(), now);
                client.Add(secret);
                clients.Record(http, Powers.ChangePartnerProof, AuditActions.SecretAdded, client, $"secret {secret.Id}");
                return secret;
            },
            cancellationToken);
        if (added.Failed)
        {
            return added.Error.ToProblem();
        }

        http.Response.ForbidCaching();
        return TypedResults.Created($"/api/v1/partner-clients/{id}", NewSecretResponse.Of(added.Value, text));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        HttpContext http, string id, Guid secretId, PartnerClients clients, CancellationToken cancellationToken)
    {
        var removed = await clients.ChangeAsync<ApiClient>(
            id,
            client =>
            {
                if (!client.RemoveSecret(secretId))
                {
                    return new SecretUnknown();
                }

                clients.EndTokens(client);
                clients.Record(http, Powers.ChangePartnerProof, AuditActions.SecretRemoved, client, $"secret {secretId}");
                return client;
            },
            cancellationToken);
        return removed.Failed ? removed.Error.ToProblem() : TypedResults.NoContent();
    }
}
