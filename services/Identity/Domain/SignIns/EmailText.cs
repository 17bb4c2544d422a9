using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Domain.SignIns;

/// <summary>E-mail addresses as people type them.</summary>
internal static class EmailText
{
    /// <summary>Longest address that SMTP carries (RFC 5321, section 4.5.3.1.3).</summary>
    private const int MaxLength = 254;

    /// <summary>The address as sign-in compares it; null when it can be none.</summary>
    public static string? Read(string? typed)
    {
        var email = Account.Comparable(typed is { Length: <= MaxLength } ? typed : "");
        return email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !email.Any(one => char.IsWhiteSpace(one) || char.IsControl(one))
            ? email
            : null;
    }
}
