using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Requests;

namespace Portal.Policies.Features.Policies.GetPolicies;

/// <summary>The moment as of which a policy is asked for, as it stands in the address.</summary>
internal sealed record AsOfQuery
{
    /// <summary>
    /// Day whose cover is asked for, from 12:01 a.m. by the clock at the insured's mailing address; today where it is
    /// not given.
    /// </summary>
    [FromQuery(Name = "on")]
    public IsoDate? On { get; init; }

    /// <summary>
    /// Instant by whose knowledge it is answered, such as 2026-07-01T12:00:00Z; now where it is not given.
    /// </summary>
    [FromQuery(Name = "knownAt")]
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>Whether nothing but the present is asked for.</summary>
    public bool IsNow => On is null && KnownAt is null;

    /// <summary>Answers the question; null while nothing was known of the policy.</summary>
    public PolicyResponse? Ask(PolicyLife life, DateTimeOffset now)
    {
        var on = On is { Value: var day } ? life.Timeline.Clock.Begins(day) : Instant.FromDateTimeOffset(now);
        return life.AsOf(on, Instant.FromDateTimeOffset(KnownAt ?? now)) is { } known
            ? PolicyResponse.Of(known.Policy, known.Shown)
            : null;
    }
}
