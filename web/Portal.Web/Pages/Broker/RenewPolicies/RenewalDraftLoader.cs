using Microsoft.Extensions.Primitives;
using Portal.Web.Api;
using Portal.Web.Api.Policies;
using Portal.Web.Context;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>
/// Loads a renewal for whichever step asks: what was typed, from the query or from the form that was sent, and the
/// client and its policies, with one call each.
/// </summary>
internal sealed class RenewalDraftLoader(ClientAccountReader clients, PolicyApi policies)
{
    public async Task<ApiResult<RenewalDraft>> LoadAsync(
        Guid client, HttpRequest request, CancellationToken cancellationToken)
    {
        var (account, found) = await ApiResults.BothAsync(
            clients.GetAsync(client, cancellationToken), policies.OfClientAsync(client, cancellationToken));
        if ((account.Problem ?? found.Problem) is { } problem)
        {
            return new ApiResult<RenewalDraft>(problem);
        }

        IEnumerable<KeyValuePair<string, StringValues>> fields = HttpMethods.IsPost(request.Method)
            ? await request.ReadFormAsync(cancellationToken)
            : request.Query;
        return new ApiResult<RenewalDraft>(
            new RenewalDraft(account.Value!, found.Value!, RenewalForm.Read(fields, found.Value!)));
    }
}
