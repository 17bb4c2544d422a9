namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>Who is told of an event, and what becomes of certificates; what is null the event does not touch.</summary>
internal sealed record PolicyConsequences
{
    /// <summary>
    /// Must: the insurer's duty, which the portal records and doesn't send. May: the agency's choice by its policy on
    /// courtesy notices.
    /// </summary>
    public Parties? Tell { get; init; }

    /// <summary>Must: a new certificate for each. May: the agency's choice.</summary>
    public Parties? Reissue { get; init; }

    /// <summary>Holders whose certificate no longer tells the truth, shown as superseded when verified.</summary>
    public IReadOnlyList<string>? Withdraw { get; init; }
}
