using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RewritePolicy;

/// <summary>Ends a policy because another takes its place.</summary>
public sealed record RewritePolicyRequest
{
    /// <summary>Day on which the policy ends and the new one begins.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>
    /// The policy that takes its place; what is not given of its line and first day is that of this one.
    /// </summary>
    public TermRequest? New { get; init; }

    public string? Reason { get; init; }

    internal Func<PolicyLife, Result<PolicyCommand>> Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        var (effective, reason) = (fields.Given(Effective, "effective"), fields.MayHaveReason(Reason));
        if (New is null)
        {
            problems.Add(new FieldRequired("new"));
        }

        // Which line it is of is known with the policy; until then any will do.
        var successor = New ?? new TermRequest();
        var read = successor with
        {
            Line = successor.Line.GetValueOrDefault(),
            Effective = successor.Effective ?? Effective,
        };
        var add = read.ReadTerm(New is null ? [] : problems, "new.");
        return life => new PolicyCommand.Rewrite(
            effective, add with { Line = successor.Line ?? life.Policy.Line })
        {
            Reason = reason,
        };
    }
}
