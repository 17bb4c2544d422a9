using System.Diagnostics.CodeAnalysis;
using Portal.Notification.Mime;

namespace Portal.Notification.Texts;

/// <summary>The gateway that turns mail into text messages, section <c>Texts</c>.</summary>
internal sealed class TextOptions
{
    public const string Section = "Texts";

    /// <summary>
    /// Domain of the gateway; without one no text message can be sent, and Identity must not offer any.
    /// </summary>
    public string? Domain { get; set; }

    /// <summary>Whether the gateway wants the plus sign before the number.</summary>
    public bool WithPlus { get; set; }

    /// <summary>Whether text messages can be sent.</summary>
    [MemberNotNullWhen(true, nameof(Domain))]
    public bool IsOn => !string.IsNullOrEmpty(Domain);

    /// <summary>Whether <see cref="Domain"/> is left out or is a host name.</summary>
    public bool IsValid => !IsOn || MailAddress.TryParse($"1@{Domain}", out _);
}
