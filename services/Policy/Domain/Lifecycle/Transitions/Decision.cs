using System.Diagnostics.CodeAnalysis;
using Portal.Policies.Domain.Lifecycle.Events;

namespace Portal.Policies.Domain.Lifecycle.Transitions;

/// <summary>The answer to a command: an event with what to know of it, or a refusal.</summary>
internal sealed record Decision
{
    private Decision()
    {
    }

    /// <summary>What is to be recorded; null when refused.</summary>
    public PolicyEvent? Event { get; private init; }

    /// <summary>In the order of their names; empty when refused.</summary>
    public IReadOnlyList<PolicyWarning> Warnings { get; private init; } = [];

    /// <summary>Why nothing is to be recorded; null when accepted.</summary>
    public Refusal? Refusal { get; private init; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Event))]
    public bool Refused => Refusal is not null;

    [SuppressMessage("Usage", "CA2225", Justification = "The conversion is the whole way to make one.")]
    public static implicit operator Decision(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>The same with a reason.</summary>
    public Decision Because(string? reason) => Refused ? this : this with { Event = Event with { Reason = reason } };

    /// <param name="happened">What is to be recorded.</param>
    /// <param name="warnings">What to know of it, each with whether it is so.</param>
    public static Decision Accept(PolicyEvent happened, params (PolicyWarning Warning, bool Holds)[] warnings) => new()
    {
        Event = happened,
        Warnings = [.. warnings.Where(each => each.Holds).Select(each => each.Warning).Distinct().Order()],
    };
}
