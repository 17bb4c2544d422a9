namespace Portal.Identity.Domain.SignIns;

/// <summary>Addresses so that only who knows them recognises them.</summary>
internal static class Mask
{
    private const string Hidden = "•••";
    private const string HiddenGroup = "••••";
    private const int ShownDigits = 4;

    /// <summary>As <c>j•••@example.com</c>.</summary>
    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        return at > 0 ? email[..1] + Hidden + email[at..] : Hidden;
    }

    /// <summary>
    /// As <c>•••• 6059</c>; without a number, or where even that would tell something, the dots alone.
    /// </summary>
    public static string Mobile(string? mobile) =>
        mobile is { Length: > ShownDigits } ? $"{HiddenGroup} {mobile[^ShownDigits..]}" : HiddenGroup;
}
