using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Identity.Access;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Clients;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.ManagePartners;

/// <summary>The public keys of a partner client that proves itself by private_key_jwt.</summary>
internal static class PartnerKeyEndpoints
{
    public static void MapPartnerKeys(this RouteGroupBuilder group) =>
        group.MapPut("/{id}/keys", SetAsync).RequirePower(Powers.ChangePartnerProof).WithName("SetPartnerKeys")
            .WithSummary("Replaces the client's public keys by 1 to 4 others; a key left out proves nothing from then on, and the client's tokens end at once.");

    private static async Task<Results<Ok<PartnerClientResponse>, ProblemHttpResult>> SetAsync(
        HttpContext http, string id, SetKeysRequest request, PartnerClients clients, TimeProvider time, CancellationToken cancellationToken)
    {
        var (keys, errors) = PartnerRules.ReadKeys(request.Keys, time.GetUtcNow());
        if (errors.Count > 0)
        {
            return errors.ToProblem();
        }

        var changed = await clients.ChangeAsync<ApiClient>(
            id,
            client =>
            {
                if (client.Authentication != ClientAuthentication.PrivateKeyJwt)
                {
                    return new ClientUsesSecrets();
                }

                if (client.SetKeys(keys))
                {
                    clients.EndTokens(client);
                }

                clients.Record(http, Powers.ChangePartnerProof, AuditActions.KeysSet, client, string.Join(' ', keys.Select(key => key.Kid)));
                return client;
            },
            cancellationToken);
        return changed.Failed ? changed.Error.ToProblem() : TypedResults.Ok(PartnerClientResponse.Of(changed.Value));
    }
}
