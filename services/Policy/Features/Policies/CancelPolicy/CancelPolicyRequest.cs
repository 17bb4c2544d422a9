using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CancelPolicy;

/// <summary>Takes all cover away from a day on; the policy stays on record.</summary>
public sealed record CancelPolicyRequest
{
    /// <summary>
    /// Day on which cover ends at 12:01 a.m.; on a renewal's first day the renewal alone is taken away.
    /// </summary>
    public DateOnly? Effective { get; init; }

    /// <summary>flat as of a term's first day, else pro_rata.</summary>
    public CancellationKind? Kind { get; init; }

    /// <summary>Who ends the policy.</summary>
    public EndingParty? By { get; init; }

    /// <summary>Why, such as "sold the business".</summary>
    public string? Reason { get; init; }

    internal PolicyCommand Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        return new PolicyCommand.Cancel(
            fields.Given(Effective, "effective"), fields.Given(Kind, "kind"), fields.Given(By, "by"))
        {
            Reason = fields.Reason(Reason),
        };
    }
}
