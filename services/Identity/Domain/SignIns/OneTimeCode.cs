using System.Security.Cryptography;

namespace Portal.Identity.Domain.SignIns;

/// <summary>A code of eight digits, sent to a person and typed in by her.</summary>
internal sealed record OneTimeCode(string Digits)
{
    public const int Length = 8;

    private const int End = 100_000_000;

    public static OneTimeCode New() =>
        new(RandomNumberGenerator.GetInt32(End).ToString("D8", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Reads what was typed, without blanks and hyphens; null when it is not eight digits.</summary>
    public static OneTimeCode? Read(string? typed) =>
        TypedDigits.Read(typed, Length) is { } digits ? new OneTimeCode(digits) : null;

    /// <summary>Never tells the code.</summary>
    public override string ToString() => nameof(OneTimeCode);
}
