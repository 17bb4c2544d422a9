using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Portal.Web.Tests.Support;

/// <summary>Policy's part of the fake services.</summary>
internal sealed class FakePolicyApi(FakeClients clients)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/client-overviews", Overviews);
        routes.MapGet("/api/v1/policies", (Guid client) =>
            FakeServices.PageOf([.. clients.Find(client)!.Policies.Select(policy => policy.ToJson())], cursor: null));
        routes.MapPost("/api/v1/clients/{id:guid}/renewals", Renew);
    }

    private FakePolicy? Find(Guid id) =>
        clients.All.SelectMany(client => client.Policies).FirstOrDefault(policy => policy.Id == id);

    private IResult Overviews(string? q, string? sort, DateOnly? renewingBefore, bool? expired, string? cursor)
    {
        var rows = clients.All
            .Where(client => q is null || client.Name.Contains(q, StringComparison.OrdinalIgnoreCase))
            .Where(
                client => expired is null
                    || client.Policies.Any(policy => policy.Expiration <= FakeClients.Today) == expired)
            .Where(client => renewingBefore is null || Next(client) < renewingBefore)
            .Select(client => new
            {
                id = client.Id,
                @ref = client.Ref,
                legalName = client.Name,
                dba = client.Name == FakeClients.Heavy ? "Acme Roofs" : null,
                policies = client.Policies.Count,
                expired = client.Name is FakeClients.Arabic ? client.Policies.Count(
                    policy => policy.Expiration <= FakeClients.Today) : 0,
                nextRenewal = Next(client),
            }).ToList();
        return FakeServices.PageOf(sort is ['-', ..] ? [.. rows.AsEnumerable().Reverse()] : rows, cursor);
    }

    private static DateOnly? Next(FakeClient client) => client.Policies
        .Where(policy => policy.Expiration > FakeClients.Today).Select(policy => (DateOnly?)policy.Expiration).Min();

    private IResult Renew(
        Guid id, bool? preview, [FromBody] OrderBody order, [FromHeader(Name = "Idempotency-Key")] string? key)
    {
        var client = clients.Find(id)!;
        if (key is not null && client.Renewals.TryGetValue(key, out var done))
        {
            return Results.Json(new { distributionId = done }, statusCode: StatusCodes.Status202Accepted);
        }

        foreach (var (index, renewal) in order.Renewals.Index())
        {
            if (renewal.Effective < Find(renewal.PolicyId)!.Expiration)
            {
                return FakeServices.Problem(
                    422,
                    "overlaps",
                    "The new term must begin when the current one ends, or later.",
                    $"renewals[{index}].effective");
            }

            if (renewal.Carrier.Naic.Length != 5)
            {
                return FakeServices.Problem(
                    422,
                    "naic-invalid",
                    "A NAIC company code has exactly five digits.",
                    $"renewals[{index}].carrier.naic");
            }

            if (renewal.Limits.Values.Any(amount => amount < 1))
            {
                return FakeServices.Problem(
                    422,
                    "limit-invalid",
                    "The each_occurrence must be more than zero.",
                    $"renewals[{index}].limits.eachOccurrence");
            }
        }

        if (preview is true)
        {
            return Results.Json(new
            {
                renewals = order.Renewals.Select(renewal =>
                {
                    var policy = Find(renewal.PolicyId)!;
                    return new
                    {
                        policyId = policy.Id,
                        line = policy.Line,
                        before = FakePolicy.Term(policy.Effective, policy.Expiration, policy.Number, policy.Limits),
                        after = FakePolicy.Term(
                            renewal.Effective, renewal.Expiration, renewal.Number, renewal.Limits, renewal.Carrier),
                    };
                }),
                insured = new { legalName = client.Name },
                policies = order.Renewals.Select(renewal => new { policyId = renewal.PolicyId }),
            });
        }

        foreach (var renewal in order.Renewals)
        {
            Find(renewal.PolicyId)!.Expiration = renewal.Expiration;
        }

        var distribution = Guid.CreateVersion7();
        client.Renewals[key!] = distribution;
        return Results.Json(new { distributionId = distribution }, statusCode: StatusCodes.Status202Accepted);
    }

    internal sealed record OrderBody(IReadOnlyList<RenewalBody> Renewals);

    internal sealed record RenewalBody(
        Guid PolicyId, DateOnly Effective, DateOnly Expiration, string Number, Dictionary<string, decimal?> Limits,
        FakeCarrier Carrier);
}
