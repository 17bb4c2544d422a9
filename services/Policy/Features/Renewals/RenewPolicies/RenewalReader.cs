using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Renewals.RenewPolicies;

/// <summary>Makes renewals out of requests, or says what they lack.</summary>
internal static class RenewalReader
{
    private const int MostPolicies = 100;

    public static IReadOnlyList<Error> Read(
        RenewPolicyRequest request, PolicyId policy, string? ifMatch, out RequestedRenewal renewal)
    {
        var problems = new List<Error>();
        renewal = Read(request, policy, "", problems) with { IfMatch = ifMatch };
        return problems;
    }

    public static IReadOnlyList<Error> Read(RenewClientRequest request, out IReadOnlyList<RequestedRenewal> renewals)
    {
        renewals = [];
        if (request.Renewals is not { Count: > 0 and <= MostPolicies })
        {
            return [
                new FieldOutOfRange("renewals", $"Name 1 to {MostPolicies} policies of the client under 'renewals'."),
            ];
        }

        var problems = new List<Error>();
        var read = new List<RequestedRenewal>();
        var seen = new Dictionary<Guid, int>();
        foreach (var (index, item) in request.Renewals.Index())
        {
            var path = $"renewals[{index}].";
            if (item?.PolicyId is not { } id)
            {
                problems.Add(new FieldRequired(path + "policyId"));
                continue;
            }

            if (!seen.TryAdd(id, index))
            {
                problems.Add(new PolicyNamedTwice(seen[id]) { Field = path + "policyId" });
            }

            read.Add(Read(item, new PolicyId(id), path, problems));
        }

        renewals = read;
        return problems;
    }

    private static RequestedRenewal Read(RenewPolicyRequest request, PolicyId policy, string path, List<Error> problems)
    {
        if (request.Effective is null)
        {
            problems.Add(new FieldRequired(path + "effective"));
        }

        if (request.Expiration is null)
        {
            problems.Add(new FieldRequired(path + "expiration"));
        }

        // In a renewal null says "as it was": whoever sends all names with nulls must not lose limits by it.
        var limits = request.Limits?.Where(limit => limit.Value is not null);
        return new RequestedRenewal
        {
            PolicyId = policy,
            Effective = request.Effective.GetValueOrDefault(),
            Expiration = request.Expiration.GetValueOrDefault(),
            Path = path,
            Change = TermChangeReader.Read(
                request.Number, request.Carrier, limits, request.Coverage, path, problems),
            Reason = new EventFields(problems, path).MayHaveReason(request.Reason),
        };
    }
}
