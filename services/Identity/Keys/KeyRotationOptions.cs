using System.ComponentModel.DataAnnotations;

namespace Portal.Identity.Keys;

/// <summary>How long a key signs, from the configuration section <c>Identity:Keys</c>.</summary>
internal sealed class KeyRotationOptions
{
    public const string Section = "Identity:Keys";

    /// <summary>Days after which the next key takes over.</summary>
    [Range(1, 3650, ErrorMessage = "Set Identity__Keys__RotateAfterDays to 1 day or more.")]
    public int RotateAfterDays { get; set; } = 30;
}
