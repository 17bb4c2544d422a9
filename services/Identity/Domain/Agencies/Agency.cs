namespace Portal.Identity.Domain.Agencies;

/// <summary>An insurance agency; everything else in the portal belongs to one.</summary>
internal sealed class Agency
{
    private Agency()
    {
    }

    public Guid Id { get; private init; }

    public ProducerDetails Details { get; private set; } = null!;

    /// <summary>Grows with each change, from 1.</summary>
    public long Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public static Agency Open(Guid id, ProducerDetails details, DateTimeOffset now) =>
        new() { Id = id, Details = details, Version = 1, ChangedAt = now };

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
