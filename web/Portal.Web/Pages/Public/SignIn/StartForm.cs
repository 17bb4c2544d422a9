namespace Portal.Web.Pages.Public.SignIn;

/// <summary>What the first page shows in its form.</summary>
public sealed record StartForm
{
    public string Email { get; init; } = "";

    /// <summary>Path that the person wanted to see.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>What is wrong with the address.</summary>
    public string? Error { get; init; }

    /// <summary>When a code can be sent again, where too many were; else null.</summary>
    public DateTimeOffset? CodesAgainAt { get; init; }

    /// <summary>What is wrong with the passkey that was used.</summary>
    public string? PasskeyError { get; init; }

    /// <summary>Whether a sign-in took too long and begins anew.</summary>
    public bool IsOver { get; init; }

    /// <summary>Why a way through Google led back here, as Identity calls it.</summary>
    public string? Problem { get; init; }
}
