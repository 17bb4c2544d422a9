using Portal.Insurance;

namespace Portal.Identity.Domain.Agencies;

/// <summary>An insurance agency; everything else in the portal belongs to one.</summary>
internal sealed class Agency
{
    private Agency()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>
    /// Names the agency in the addresses of its sign-in pages; lower case, unique, and never changed.
    /// </summary>
    public string Slug { get; private init; } = "";

    public ProducerDetails Details { get; private set; } = null!;

    public AgencySettings Settings { get; private set; } = new();

    /// <summary>IANA name of the time zone that the agency's clients and people are told times in.</summary>
    public string TimeZone => Settings.TimeZone ?? (AddressTimeZone.Of(Details.Address) ?? UsTimeZone.Eastern).Id;

    /// <summary>Grows with each change of the settings, from 1.</summary>
    public long SettingsVersion { get; private set; } = 1;

    /// <summary>Grows with each change, from 1.</summary>
    public long Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static Agency Open(Guid id, string slug, ProducerDetails details, DateTimeOffset now) =>
        new() { Id = id, Slug = slug, Details = details, Version = 1, ChangedAt = now };

    /// <summary>Takes over other settings; false when they are the same.</summary>
    public bool Set(AgencySettings settings)
    {
        if (settings == Settings)
        {
            return false;
        }

        (Settings, SettingsVersion) = (settings, SettingsVersion + 1);
        return true;
    }

    /// <summary>Takes over what is said of the agency now; false when it is what is known already.</summary>
    public bool Describe(ProducerDetails details, DateTimeOffset now)
    {
        if (details == Details)
        {
            return false;
        }

        (Details, Version, ChangedAt) = (details, Version + 1, now);
        return true;
    }
}
