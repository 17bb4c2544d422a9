namespace Portal.Contracts.Identity;

/// <summary>A person is to be told of something that touches the way into an account.</summary>
public sealed record SecurityNoticeRequested
{
    /// <summary>The notice; a repeated message has the same.</summary>
    public required Guid NoticeId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Name of the agency, which the notice speaks for.</summary>
    public required string AgencyName { get; init; }

    /// <summary>Telephone number of the agency, for whoever is surprised.</summary>
    public required string AgencyPhone { get; init; }

    /// <summary>What happened.</summary>
    public required SecurityNotice Notice { get; init; }

    /// <summary>Name of the person it goes to.</summary>
    public required string Name { get; init; }

    /// <summary>Address that it goes to.</summary>
    public required string Email { get; init; }

    /// <summary>Client whose account it is about, where it is about one.</summary>
    public string? Client { get; init; }

    /// <summary>What was said with it, such as the reason why consent is asked for.</summary>
    public string? Remark { get; init; }

    /// <summary>What was changed, or to whom access was given, in a few words; without whole addresses.</summary>
    public string? Subject { get; init; }

    /// <summary>Name of whoever did it, where it is known.</summary>
    public string? By { get; init; }

    /// <summary>
    /// IANA name of the agency's time zone, in which times are told; null in messages that are older than it.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
