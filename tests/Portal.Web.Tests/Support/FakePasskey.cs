namespace Portal.Web.Tests.Support;

/// <summary>A passkey at the fake Identity.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="CredentialId">As the browser names it.</param>
/// <param name="PublicKey">P-256, as SubjectPublicKeyInfo.</param>
internal sealed record FakePasskey(Guid Id, string Name, string CredentialId, byte[] PublicKey)
{
    public DateTimeOffset CreatedAt { get; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? LastUsedAt { get; set; }
}
