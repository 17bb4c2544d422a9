using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain.Evaluations;
using Portal.Compliance.Domain.Policies;
using Portal.Compliance.Domain.Proofs;
using Portal.Compliance.Storage;
using Portal.ServiceDefaults.Paging;
using Portal.ServiceDefaults.Results;
using Portal.ServiceDefaults.Times;

namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>
/// Evaluates proofs as they are read, since a day that passes changes a status without any message. A filter by status
/// may pass over many proofs; so that each call stays short, a page ends after a bounded number of them and its cursor
/// goes on from there.
/// </summary>
internal sealed class ListEvaluationsHandler(ComplianceDb db, TimeProvider time)
{
    private const int ReadAtOnce = 500;
    private const int MostRead = 5000;

    /// <summary>
    /// A page in the order of the shares' ids; with a filter it can hold fewer rows than the limit though more follow.
    /// </summary>
    public async Task<Result<Page<EvaluationResponse>>> HandleAsync(
        EvaluationQuery query, CancellationToken cancellationToken)
    {
        return query.TryReadCursor(out Guid? after)
            ? await ReadAsync(query.Client, query.Status?.Value, after, query.Rows, cancellationToken)
            : new InvalidCursor();
    }

    private async Task<Page<EvaluationResponse>> ReadAsync(
        Guid? account, ComplianceStatus? status, Guid? after, int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.UtcDay();
        var proofs = Candidates(account, status, today);
        var found = new List<EvaluationResponse>();
        var atOnce = status is null ? limit + 1 : ReadAtOnce;
        for (var read = 0; read < MostRead; read += atOnce)
        {
            var chunk = await proofs.Where(proof => after == null || proof.ShareId > after)
                .OrderBy(proof => proof.ShareId).Take(atOnce).ToListAsync(cancellationToken);
            var policies = await PoliciesOfAsync(chunk, cancellationToken);
            foreach (var proof in chunk)
            {
                var evaluation = ComplianceEvaluator.Evaluate(proof, policies, today);
                if (status is null || evaluation.Status == status)
                {
                    if (found.Count == limit)
                    {
                        return new Page<EvaluationResponse>(found, Cursor.Encode(after!.Value));
                    }

                    found.Add(ResponseOf(proof, evaluation, now));
                }

                after = proof.ShareId;
            }

            if (chunk.Count < atOnce)
            {
                return new Page<EvaluationResponse>(found, null);
            }
        }

        return new Page<EvaluationResponse>(found, Cursor.Encode(after!.Value));
    }

    /// <summary>What the dates alone rule out is not read.</summary>
    private IQueryable<Proof> Candidates(Guid? account, ComplianceStatus? status, DateOnly today)
    {
        var proofs = db.Proofs.AsNoTracking();
        if (account is { } id)
        {
            proofs = proofs.Where(proof => proof.AccountId == id);
        }

        var soon = today.AddDays(ComplianceEvaluator.ExpiringDays);
        return status switch
        {
            ComplianceStatus.Expired => proofs.Where(proof => proof.FirstExpiration <= today),
            ComplianceStatus.Expiring =>
                proofs.Where(proof => proof.FirstExpiration > today && proof.FirstExpiration <= soon),
            ComplianceStatus.SupersededTerms => proofs.Where(proof => proof.FirstExpiration > today),
            ComplianceStatus.Current => proofs.Where(proof => proof.FirstExpiration > soon),
            _ => proofs,
        };
    }

    private async Task<Dictionary<Guid, KnownPolicy>> PoliciesOfAsync(
        List<Proof> proofs, CancellationToken cancellationToken)
    {
        var ids = proofs.SelectMany(proof => proof.Policies).Select(shown => shown.PolicyId).Distinct().ToArray();
        return await db.Policies.AsNoTracking()
            .Where(policy => ids.Contains(policy.PolicyId))
            .ToDictionaryAsync(policy => policy.PolicyId, cancellationToken);
    }

    private static EvaluationResponse ResponseOf(Proof proof, Evaluation evaluation, DateTimeOffset asOf) => new(
        proof.ShareId,
        proof.AccountId,
        new CertificateHolderResponse(proof.HolderName, proof.HolderEmail),
        proof.CertificateNumber,
        proof.Revision,
        evaluation.Status,
        [.. evaluation.Findings.Select(finding => new ReasonResponse(
            finding.PolicyId, finding.Line, finding.Number, finding.Required, finding.Actual, finding.Message))],
        asOf);
}
