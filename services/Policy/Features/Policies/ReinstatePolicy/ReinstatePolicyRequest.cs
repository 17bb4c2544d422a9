using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.ReinstatePolicy;

/// <summary>Gives cover back.</summary>
public sealed record ReinstatePolicyRequest
{
    /// <summary>
    /// Without lapse the day on which cover ended, with lapse a later one from which it runs again.
    /// </summary>
    public DateOnly? Effective { get; init; }

    /// <summary>Whether days without cover lie between.</summary>
    public bool? Lapse { get; init; }

    public string? Reason { get; init; }

    internal PolicyCommand Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        return new PolicyCommand.Reinstate(fields.Given(Effective, "effective"), fields.Given(Lapse, "lapse"))
        {
            Reason = fields.MayHaveReason(Reason),
        };
    }
}
