using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>
/// A policy comes onto the books once. That it began earlier is no warning: most do that are taken over.
/// </summary>
internal static class Adding
{
    public static Decision Decide(Moment moment, PolicyCommand.Add add, Func<TermFacts, bool> isNumberInUse) =>
        moment.State != PolicyState.None ? Refuse.PolicyExists()
            : WrongWith(add.First, isNumberInUse) is { } wrong ? wrong
            : Decision.Accept(new PolicyEvent.Added(add.Line, add.First, add.Zone));

    /// <summary>Why a first term can't be put onto the books; null when it can.</summary>
    public static Refusal? WrongWith(TermFacts first, Func<TermFacts, bool> isNumberInUse) =>
        first.Expiration <= first.Effective ? Refuse.ExpirationBeforeEffective(first.Effective)
            : isNumberInUse(first) ? Refuse.PolicyNumberInUse(first.Number)
            : null;
}
