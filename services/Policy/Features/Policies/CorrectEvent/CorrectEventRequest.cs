using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectEvent;

/// <summary>Says what was wrong with an event; what is not given was right.</summary>
public sealed record CorrectEventRequest
{
    /// <summary>Version of the event, from the policy's events.</summary>
    public long? Of { get; init; }

    /// <summary>What it should have said.</summary>
    public EventChangeRequest? Change { get; init; }

    /// <summary>True where it never happened; then there is no change.</summary>
    public bool? Withdrawn { get; init; }

    public string? Reason { get; init; }

    internal Func<PolicyLife, Result<PolicyCommand>> Read(List<Error> problems)
    {
        var fields = new EventFields(problems);
        var (of, reason) = (fields.Given(Of, "of"), fields.Reason(Reason));
        if (Change is null == (Withdrawn is not true))
        {
            problems.Add(
                new FieldInvalid("change", "A correction has either a 'change' or 'withdrawn' as true."));
        }

        var change = Change?.Read(problems);
        return life =>
        {
            var wrong = RootOf(life, of);
            return wrong is not null && Change?.NotOf(wrong) is [var problem, ..]
                ? problem
                : new PolicyCommand.Correct(of, change?.Invoke(wrong)) { Reason = reason };
        };
    }

    // A correction of a correction speaks of what that one was about.
    private static PolicyEvent? RootOf(PolicyLife life, long version) => life.Find(version) switch
    {
        PolicyEvent.Corrected corrected => RootOf(life, corrected.Of),
        var found => found,
    };
}
