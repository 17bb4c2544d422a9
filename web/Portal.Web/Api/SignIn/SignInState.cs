namespace Portal.Web.Api.SignIn;

/// <summary>A sign-in that is under way. What does not apply to its step is null.</summary>
public sealed record SignInState
{
    public SignInStep Step { get; init; }

    /// <summary>The address that was typed.</summary>
    public string? Email { get; init; }

    /// <summary>Where a code can be sent.</summary>
    public IReadOnlyList<CodeDestination>? Destinations { get; init; }

    /// <summary>Which of the destinations the code went to; null before it has.</summary>
    public string? CodeSentTo { get; init; }

    /// <summary>When a new code can be asked for.</summary>
    public DateTimeOffset? ResendAt { get; init; }

    /// <summary>Until when the code is good.</summary>
    public DateTimeOffset? CodeExpiresAt { get; init; }

    public int? TriesLeft { get; init; }

    /// <summary>Accounts that the person may open.</summary>
    public IReadOnlyList<SignInAccount>? Clients { get; init; }

    /// <summary>Second factors of the person: <c>totp</c>, <c>passkey</c>.</summary>
    public IReadOnlyList<string>? Factors { get; init; }

    /// <summary>Path that the person is led to once signed in.</summary>
    public string? Next { get; init; }

    /// <summary>Where Google asks for consent.</summary>
    public string? GoogleUrl { get; init; }
}
