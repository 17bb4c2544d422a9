using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Portal.Notification.Mime;

/// <summary>
/// An e-mail address that is safe to write into a command or a header: a dot-atom before the @ (RFC 5321, section
/// 4.1.2; with letters beyond ASCII as RFC 6531 allows) and a host name after it, kept in its ASCII form (RFC 5890).
/// Quoted local parts and address literals are refused: no certificate holder has one, and they widen what could be
/// injected.
/// </summary>
internal sealed record MailAddress
{
    private const int MaxOctets = 254;
    private const int MaxLocalOctets = 64;
    private const int MaxLabelLength = 63;
    private const string AtomSymbols = "!#$%&'*+-/=?^_`{|}~";

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private MailAddress(string local, string domain) => (Local, Domain) = (local, domain);

    /// <summary>Part before the @.</summary>
    public string Local { get; }

    /// <summary>Host name after the @, in its ASCII form and lower case.</summary>
    public string Domain { get; }

    /// <summary>Whether a relay must offer SMTPUTF8 (RFC 6531) to take this address.</summary>
    public bool NeedsSmtpUtf8 => !Ascii.IsValid(Local);

    /// <summary>Reads an address; false when it is not one that mail can be sent to.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MailAddress? address)
    {
        address = null;
        var at = text?.LastIndexOf('@') ?? -1;
        if (text is null || at <= 0 || !IsDotAtom(text[..at]) || !TryAsciiDomain(text[(at + 1)..], out var domain))
        {
            return false;
        }

        var local = text[..at];
        var octets = Encoding.UTF8.GetByteCount(local);
        if (octets > MaxLocalOctets || octets + 1 + domain.Length > MaxOctets)
        {
            return false;
        }

        address = new MailAddress(local, domain);
        return true;
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static bool IsDotAtom(string local) =>
        HeaderText.IsWellFormed(local)
            && local.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsAtomText));

    private static bool IsAtomText(Rune rune) =>
        IsWordCharacter(rune) || (rune.IsAscii && AtomSymbols.Contains((char)rune.Value, StringComparison.Ordinal));

    private static bool IsWordCharacter(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune)
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber;

    private static bool TryAsciiDomain(string text, out string domain)
    {
        domain = string.Empty;
        if (text.Length is 0 or > MaxOctets || text.EndsWith('.') || !HeaderText.IsWellFormed(text)
            || !text.EnumerateRunes().All(rune => rune.Value is '.' or '-' || IsWordCharacter(rune)))
        {
            return false;
        }

        try
        {
            domain = Idn.GetAscii(text.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return false;
        }

        return domain.Split('.').All(IsHostLabel);
    }

    private static bool IsHostLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
