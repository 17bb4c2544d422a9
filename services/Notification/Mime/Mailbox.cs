using System.Diagnostics.CodeAnalysis;

namespace Portal.Notification.Mime;

/// <summary>An address with the name that is shown for it; the name may be empty.</summary>
internal sealed record Mailbox(HeaderText Name, MailAddress Address)
{
    /// <summary>Reads <c>address</c> or <c>Name &lt;address&gt;</c>, as a setting has it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        var trimmed = text?.Trim() ?? string.Empty;
        var open = trimmed.LastIndexOf('<');
        var name = open < 0 ? string.Empty : trimmed[..open].Trim().Trim('"');
        if (open >= 0 && !trimmed.EndsWith('>'))
        {
            return false;
        }

        if (!MailAddress.TryParse(open < 0 ? trimmed : trimmed[(open + 1)..^1], out var address))
        {
            return false;
        }

        mailbox = new Mailbox(HeaderText.From(name), address);
        return true;
    }
}
