using Portal.Contracts.Accounts;
using Portal.Insurance;
using Portal.Policies.Domain.Lifecycle.Timelines;

namespace Portal.Policies.Domain.Accounts;

/// <summary>The clock at a client's mailing address, by which its policies begin and end.</summary>
internal static class InsuredClock
{
    /// <summary>Of military post, which names no place, and of a client whose address is not known yet.</summary>
    public static CoverClock OfNowhere { get; } = Of(UsTimeZone.Eastern);

    public static CoverClock Of(PostalAddress address) =>
        AddressTimeZone.Of(address) is { } zone ? Of(zone) : OfNowhere;

    private static CoverClock Of(UsTimeZone zone) =>
        CoverClock.Find(zone.Id) ?? throw new ArgumentException($"There is no time zone {zone.Id}.", nameof(zone));
}
