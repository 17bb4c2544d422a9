namespace Portal.Web.Pages.Passkeys;

/// <summary>What is typed about a passkey.</summary>
public sealed record PasskeyForm
{
    /// <summary>What the person calls a new one.</summary>
    public string? Name { get; init; }

    /// <summary>The authenticator app's code, where it was asked for.</summary>
    public string? Code { get; init; }

    /// <summary>The passkey that is to be removed; null when one is to be added.</summary>
    public Guid? Removed { get; init; }
}
