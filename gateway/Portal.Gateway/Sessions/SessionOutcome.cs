namespace Portal.Gateway.Sessions;

/// <summary>What became of the cookie of a request.</summary>
internal abstract record SessionOutcome
{
    private SessionOutcome()
    {
    }

    /// <summary>The session, and below /as/ the delegation, is in force.</summary>
    public sealed record Live(SessionToken Token) : SessionOutcome;

    /// <summary>The request brings no session.</summary>
    public sealed record None : SessionOutcome;

    /// <summary>The session has ended, or never was.</summary>
    public sealed record Ended : SessionOutcome;

    /// <summary>The session is in force, but the delegation is not, or is none of this session's.</summary>
    public sealed record DelegationEnded : SessionOutcome;

    /// <summary>
    /// Too many references that were never seen good here came from this address; this one was not asked about.
    /// </summary>
    public sealed record Guessing : SessionOutcome;

    /// <summary>Identity does not answer, so that nothing can be said of the session.</summary>
    public sealed record Unavailable : SessionOutcome;
}
