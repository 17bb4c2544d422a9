namespace Portal.Identity.Domain.Agencies;

/// <summary>How an agency lets its clients in.</summary>
internal sealed record AgencySettings
{
    public const int DefaultIdleMinutes = 30;
    public const int MinIdleMinutes = 5;
    public const int MaxIdleMinutes = 120;
    public const int DefaultAbsoluteHours = 12;
    public const int MaxAbsoluteHours = 24;

    /// <summary>Whether the agency's clients may sign in at all.</summary>
    public bool ClientCenter { get; init; } = true;

    /// <summary>Whether clients may sign in with Google, where the portal has Google configured.</summary>
    public bool OffersGoogle { get; init; } = true;

    /// <summary>Whether an address that is nobody's is answered as a known one.</summary>
    public bool ConcealsAddresses { get; init; }

    /// <summary>Whom the sign-in pages name; null for the agency's own contact.</summary>
    public string? ContactName { get; init; }

    /// <summary>Null for the agency's own number.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Null for the agency's own address.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Minutes without a request after which a session ends.</summary>
    public int IdleMinutes { get; init; } = DefaultIdleMinutes;

    /// <summary>Hours after which a session ends in any case.</summary>
    public int AbsoluteHours { get; init; } = DefaultAbsoluteHours;

    /// <summary>Color of the agency's pages, as <c>#0f5c6e</c>; null for the portal's own.</summary>
    public string? Accent { get; init; }

    /// <summary>IANA name of the time zone that times are told in; null for that of the agency's address.</summary>
    public string? TimeZone { get; init; }
}
