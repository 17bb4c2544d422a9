using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>
/// Company codes of the National Association of Insurance Commissioners have five digits, leading zeros included.
/// </summary>
internal sealed record NaicCodeHasFiveDigits() : RuleViolation(
    "naic-invalid",
    "A NAIC company code has exactly five digits; keep leading zeros and take the company's code, not its group's.")
{
    private const int Digits = 5;

    public static Error? Check(string naic) =>
        naic.Length == Digits && naic.All(char.IsAsciiDigit)
            ? null
            : new NaicCodeHasFiveDigits { Field = PolicyMembers.CarrierNaic };
}
