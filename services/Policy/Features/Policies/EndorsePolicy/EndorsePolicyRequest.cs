using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.EndorsePolicy;

/// <summary>Changes a term from a day on. What is not given stays.</summary>
public sealed record EndorsePolicyRequest
{
    /// <summary>Day from which the change holds.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>The term's new, later end; a cancellation ends it earlier.</summary>
    public DateOnly? Expiration { get; init; }

    /// <summary>
    /// Limits that change, by name such as eachOccurrence, in whole US dollars; one given as null is taken out.
    /// </summary>
    public IReadOnlyDictionary<string, decimal?>? Limits { get; init; }

    public CoverageRequest? Coverage { get; init; }

    public string? Reason { get; init; }

    internal Func<PolicyLife, Result<PolicyCommand>> Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        var (effective, reason) = (fields.Given(Effective, "effective"), fields.MayHaveReason(Reason));
        var change = TermChangeReader.Read(null, null, Limits, Coverage, "", problems);
        if (Expiration is null && !change.Over(TermValues.None).Keys.Any() && Coverage is not { AutoScopes: [] }
            && Coverage is not { Endorsements: [] })
        {
            problems.Add(new FieldRequired("limits"));
        }

        return life => new PolicyCommand.Endorse(
            effective,
            change.Over(life.Timeline.TermHolding(effective)?.ValuesOn(effective) ?? TermValues.None),
            Expiration)
        {
            Reason = reason,
        };
    }
}
