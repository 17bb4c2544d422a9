namespace Portal.Contracts.Identity;

/// <summary>Somebody who signs in is to be sent a one-time code.</summary>
public sealed record CodeRequested
{
    /// <summary>Identifies this sending; the same code asked for again has another.</summary>
    public required Guid CodeId { get; init; }

    /// <summary>Agency whose data it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Agency as its mail names it.</summary>
    public required string AgencyName { get; init; }

    /// <summary>Telephone number of the agency, for whoever did not ask for a code.</summary>
    public required string AgencyPhone { get; init; }

    /// <summary>E-mail address that the code goes to; null where it goes to a telephone, or to nobody.</summary>
    public string? Email { get; init; }

    /// <summary>Mobile number in E.164 that the code goes to; null where it goes to an address, or to nobody.</summary>
    public string? Mobile { get; init; }

    /// <summary>
    /// The code, sealed with the key that Identity and Notification share, so that it lies nowhere in the clear. Bound
    /// to
    /// <see cref="CodeId"/>.
    /// </summary>
    public required string SealedCode { get; init; }

    /// <summary>The code is of no use after this, and then not sent any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// IANA name of the agency's time zone, in which times are told; null in messages that are older than it.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Host at which the code is typed in, for the last line of a text message.</summary>
    public required string Host { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
