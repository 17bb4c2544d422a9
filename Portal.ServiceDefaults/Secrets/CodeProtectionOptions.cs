namespace Portal.ServiceDefaults.Secrets;

/// <summary>
/// What protects one-time codes on their way from Identity to Notification, section <c>CodeProtection</c>.
/// </summary>
public sealed class CodeProtectionOptions
{
    public const string Section = "CodeProtection";

    /// <summary>32 random bytes in base64, the same in both services.</summary>
    public string? Key { get; set; }

    /// <summary>The bytes of <see cref="Key"/>; null where none is set or it is not 32 bytes in base64.</summary>
    public byte[]? ReadKey() => SecretBox.ReadKey(Key);
}
