using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.CorrectPolicy;

/// <summary>Another first day is another event: a renewal, or a correction of the one that brought the term.</summary>
internal sealed record PatchIsNoRenewal(Policy Policy, DateOnly Effective) : RuleViolation(
    "patch-is-no-renewal",
    Effective >= Policy.Current.Expiration
        ? $"A term from {Effective:O} is a renewal; send it to POST /api/v1/policies/{Policy.Id}/renewals."
        : $"The term begins on {Policy.Current.Effective:O} by event {Policy.Current.Version}; if that day was recorded "
            + $"wrong, correct the event by POST /api/v1/policies/{Policy.Id}/corrections.")
{
    public static Error? Check(Policy policy, DateOnly? effective) =>
        effective is not { } day || day == policy.Current.Effective
            ? null
            : new PatchIsNoRenewal(policy, day) { Field = nameof(PolicyTerm.Effective) };
}
