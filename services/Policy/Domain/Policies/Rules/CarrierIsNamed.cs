using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Domain.Policies.Rules;

/// <summary>A certificate names the company that issued the policy.</summary>
internal sealed record CarrierIsNamed() : RuleViolation(
    "carrier-name-invalid",
    $"The carrier's name has 1 to {Longest} characters on one line; write the issuing company's exact name, not its "
    + "group's.")
{
    private const int Longest = 150;

    public static Error? Check(string name) =>
        name.Length is > 0 and <= Longest && !name.Any(char.IsControl)
            ? null
            : new CarrierIsNamed { Field = PolicyMembers.CarrierName };
}
