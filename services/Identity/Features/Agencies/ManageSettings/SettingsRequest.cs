namespace Portal.Identity.Features.Agencies.ManageSettings;

/// <summary>How the agency is to let its clients in. What is left out takes its default.</summary>
public sealed record SettingsRequest
{
    /// <summary>Whether clients may sign in at all; off ends their sessions at once.</summary>
    public bool? ClientCenter { get; init; }

    /// <summary><c>email</c>, which is always among them, and <c>google</c>.</summary>
    public IReadOnlyList<string?>? SignInMethods { get; init; }

    /// <summary>Whether an address that is nobody's is answered as a known one.</summary>
    public bool ConcealsAddresses { get; init; }

    /// <summary>Whom the sign-in pages name; what is left out is the agency's own.</summary>
    public SignInContactRequest? Contact { get; init; }

    /// <summary>5 to 120.</summary>
    public int? IdleMinutes { get; init; }

    /// <summary>1 to 24.</summary>
    public int? AbsoluteHours { get; init; }

    /// <summary>Color of the agency's pages, as <c>#0f5c6e</c>; left out for the portal's own.</summary>
    public string? Accent { get; init; }

    /// <summary>
    /// IANA name of a time zone of the United States, such as <c>America/Chicago</c>; left out for that of the agency's
    /// address.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Ignored: an answer has it, and what was read may be sent back with a change.</summary>
    public SignInContactRequest? Shown { get; init; }

    /// <summary>Ignored, like <see cref="Shown"/>.</summary>
    public string? ShownTimeZone { get; init; }
}
