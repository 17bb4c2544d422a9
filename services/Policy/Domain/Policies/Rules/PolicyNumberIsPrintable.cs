using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>A policy number stands in one narrow cell of every certificate.</summary>
internal sealed record PolicyNumberIsPrintable() : RuleViolation(
    "number-invalid",
    $"A policy number has 1 to {Longest} characters on one line; write it as the declarations page does.")
{
    private const int Longest = 40;

    public static Error? Check(string number) =>
        number.Length is > 0 and <= Longest && !number.Any(char.IsControl)
            ? null
            : new PolicyNumberIsPrintable { Field = nameof(PolicyTerm.Number) };
}
