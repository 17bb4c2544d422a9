using System.Globalization;
using Portal.Compliance.Domain.Policies;
using Portal.Compliance.Domain.Proofs;
using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Compliance.Domain.Evaluations;

/// <summary>Evaluates whether every policy that a holder was shown is in force as shown.</summary>
internal static class ComplianceEvaluator
{
    /// <summary>
    /// Days before expiration from which a policy is expiring (EZLynx Client Center's "Expiring Soon").
    /// </summary>
    public const int ExpiringDays = 30;

    /// <summary>Status by gravity, the gravest first.</summary>
    private static readonly ComplianceStatus[] Gravity =
        [ComplianceStatus.Expired, ComplianceStatus.SupersededTerms, ComplianceStatus.Expiring];

    /// <summary>Evaluates a proof on a day.</summary>
    /// <param name="proof">The newest certificate of the holder.</param>
    /// <param name="policies">
    /// Newest terms by policy; one that is unknown here is evaluated by what was shown alone.
    /// </param>
    /// <param name="today">
    /// The day. Cover ends at 12:01 a.m. of the day of expiration, so a policy is expired on that day already.
    /// </param>
    public static Evaluation Evaluate(Proof proof, IReadOnlyDictionary<Guid, KnownPolicy> policies, DateOnly today)
    {
        var findings = proof.Policies
            .SelectMany(shown => Findings(proof, shown, policies.GetValueOrDefault(shown.PolicyId), today))
            .ToList();
        var status = Gravity.FirstOrDefault(
            grave => findings.Exists(finding => finding.Status == grave), ComplianceStatus.Current);
        return new Evaluation(status, findings);
    }

    private static IEnumerable<Finding> Findings(Proof proof, ShownPolicy shown, KnownPolicy? known, DateOnly today)
    {
        var name = $"{LineOfBusiness.Of(shown.Line).ShortName} policy {shown.Number}";
        if (shown.Expiration <= today)
        {
            yield return Of(
                shown, ComplianceStatus.Expired, $"expires after {Day(today)}", $"expired {Day(shown.Expiration)}",
                $"{name} as shown to the holder expired on {Day(shown.Expiration)}; renew it, or issue a certificate "
                + "with its new term.");
        }
        else if (shown.Expiration <= today.AddDays(ExpiringDays))
        {
            yield return Of(
                shown, ComplianceStatus.Expiring, $"expires after {Day(today.AddDays(ExpiringDays))}",
                $"expires {Day(shown.Expiration)}",
                $"{name} as shown to the holder expires on {Day(shown.Expiration)}; its renewal reaches the holder "
                + "by a new certificate.");
        }

        if (known is not null && Superseded(proof, shown, known, name) is { } superseded)
        {
            yield return superseded;
        }
    }

    private static Finding? Superseded(Proof proof, ShownPolicy shown, KnownPolicy known, string name)
    {
        if (known.Status == PolicyStatus.Cancelled)
        {
            return Of(shown, ComplianceStatus.SupersededTerms, "in force", "cancelled",
                $"{name} was cancelled; tell the holder.");
        }

        if ((known.Number, known.Effective, known.Expiration) != (shown.Number, shown.Effective, shown.Expiration))
        {
            return Of(shown, ComplianceStatus.SupersededTerms,
                Terms(
                    known.Number,
                    known.Effective,
                    known.Expiration), Terms(shown.Number, shown.Effective, shown.Expiration),
                $"{name} has new terms that the holder was not shown; issue a new certificate.");
        }

        return known.CorrectedAt > proof.IssuedAt
            ? Of(
                shown, ComplianceStatus.SupersededTerms, $"issued after {Instant(known.CorrectedAt.Value)}",
                $"issued {Instant(proof.IssuedAt)}",
                $"{name} was changed after the holder's certificate was issued; issue a new one.")
            : null;
    }

    private static Finding Of(
        ShownPolicy shown, ComplianceStatus status, string required, string actual, string message) =>
        new(status, shown.PolicyId, shown.Line, shown.Number, required, actual, message);

    private static string Terms(string number, DateOnly effective, DateOnly expiration) =>
        $"{number}, {Day(effective)} to {Day(expiration)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
