namespace Portal.Web.Tests.Support;

/// <summary>Somebody whom the fake Identity knows.</summary>
internal sealed record FakePerson(string Name, string Role)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Whether codes can go to a mobile phone too.</summary>
    public bool HasMobile { get; init; }

    /// <summary>Names of the accounts that the person may open; empty for the agency's people.</summary>
    public string[] Accounts { get; init; } = [];

    /// <summary>Whether the person's authenticator app is set up.</summary>
    public bool IsEnrolled { get; init; } = true;

    /// <summary>Whether the address signs in with Google.</summary>
    public bool UsesGoogle { get; init; }

    /// <summary>Whether the way to Google has been closed meanwhile.</summary>
    public bool IsGoogleClosed { get; init; }

    public List<FakePasskey> Passkeys { get; } = [];

    public bool IsStaff => Role is not "insured";
}
