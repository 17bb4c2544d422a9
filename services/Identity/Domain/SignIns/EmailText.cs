using Portal.Identity.Domain.Accounts;

namespace Portal.Identity.Domain.SignIns;

/// <summary>E-mail addresses as people type them.</summary>
internal static class EmailText
{
    /// <summary>The address as sign-in compares it; null when it can be none.</summary>
    public static string? Read(string? typed)
    {
        var email = Account.Comparable(typed is { Length: <= EmailAddress.Longest } ? typed : "");
        return EmailAddress.IsOne(email) ? email : null;
    }
}
