using Portal.ServiceDefaults.Secrets;

namespace Portal.Identity.Keys;

/// <summary>How signing keys are kept, from the configuration section <c>Identity</c>.</summary>
internal sealed class KeyProtectionOptions
{
    public const string Section = "Identity";

    /// <summary>32 random bytes in base64, with which the private keys in the database are encrypted.</summary>
    public string? KeyProtection { get; set; }

    /// <summary>
    /// The bytes of <see cref="KeyProtection"/>; null where none is set or it is not 32 bytes in base64.
    /// </summary>
    public byte[]? ReadKey() => SecretBox.ReadKey(KeyProtection);
}
