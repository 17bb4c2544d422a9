namespace Portal.Identity.Domain.Accounts;

/// <summary>Whether the agency may step into a client's account. The client alone gives and withdraws it.</summary>
internal sealed record Consent
{
    /// <summary>Shortest time between two times that the agency asks for it.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromHours(1);

    public required bool Given { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Name of the person who decided; null where it stands as the account was made.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>When the agency last asked for it; null where it never did.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When the agency may ask again; null when at once.</summary>
    public DateTimeOffset? AskableAt(DateTimeOffset now) => AskedAt + AskEvery is { } next && next > now ? next : null;

    /// <summary>An account that the agency made lets the agency in until the client says otherwise.</summary>
    public static Consent ByDefault(DateTimeOffset now) => new() { Given = true, ChangedAt = now };
}
