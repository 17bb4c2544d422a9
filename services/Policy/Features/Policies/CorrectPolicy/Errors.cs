using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>Another first day is another event: a renewal, or a correction of the one that brought the term.</summary>
internal sealed record PatchIsNoRenewal(PolicyId Policy, PolicyTerm Current, DateOnly Effective) : RuleViolation(
    "patch-is-no-renewal",
    Effective >= Current.Expiration
        ? $"A term from {Effective:O} is a renewal; send it to POST /api/v1/policies/{Policy}/renewals."
        : $"The term begins on {Current.Effective:O} by event {Current.Version}; if that day was recorded "
            + $"wrong, correct the event by POST /api/v1/policies/{Policy}/corrections.")
{
    public static Error? Check(Policy policy, DateOnly? effective) =>
        effective is not { } day || day == policy.Current.Effective
            ? null
            : new PatchIsNoRenewal(policy.Id, policy.Current, day) { Field = nameof(PolicyTerm.Effective) };
}
