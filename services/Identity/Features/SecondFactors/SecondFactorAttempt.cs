using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Features.SecondFactors;

/// <summary>What became of a password of an authenticator app that was typed in.</summary>
internal abstract record SecondFactorAttempt
{
    private SecondFactorAttempt()
    {
    }

    /// <summary>It was the person's, and is used up.</summary>
    public sealed record Proven(StaffMember Member) : SecondFactorAttempt;

    /// <summary>It was another, one of another time, or one that was used before.</summary>
    public sealed record Wrong : SecondFactorAttempt;

    /// <summary>Too many were wrong today; a passkey still works.</summary>
    public sealed record Blocked(TimeSpan RetryAfter) : SecondFactorAttempt;

    /// <summary>The person has no authenticator app, or may not sign in.</summary>
    public sealed record NotSetUp : SecondFactorAttempt;
}
