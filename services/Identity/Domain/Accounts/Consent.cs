namespace Portal.Identity.Domain.Accounts;

/// <summary>Whether the agency may step into a client's account. The client alone gives and withdraws it.</summary>
internal sealed record Consent
{
    public required bool Given { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Name of the person who decided; null where it stands as the account was made.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>An account that the agency made lets the agency in until the client says otherwise.</summary>
    public static Consent ByDefault(DateTimeOffset now) => new() { Given = true, ChangedAt = now };
}
