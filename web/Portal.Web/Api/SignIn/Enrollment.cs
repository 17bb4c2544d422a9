namespace Portal.Web.Api.SignIn;

/// <summary>What an authenticator app has to be told once.</summary>
/// <param name="Secret">The secret in base32, for typing.</param>
/// <param name="Uri">The same as an otpauth: address, for a QR code.</param>
public sealed record Enrollment(string Secret, string Uri)
{
    /// <summary>Never tells the secret.</summary>
    public override string ToString() => nameof(Enrollment);
}
