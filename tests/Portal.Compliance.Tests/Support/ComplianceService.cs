using Microsoft.EntityFrameworkCore;
using Portal.Compliance.Domain.Policies;
using Portal.Compliance.Domain.Proofs;
using Portal.Compliance.Features.Evaluations.ListEvaluations;
using Portal.Compliance.Storage;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Services;
using Portal.Testing.Waiting;

namespace Portal.Compliance.Tests.Support;

/// <summary>The Compliance service on a real broker and database.</summary>
internal sealed class ComplianceService : ServiceUnderTest<Program, ComplianceDb>
{
    /// <summary>Path of the evaluations.</summary>
    public const string Evaluations = "/api/v1/compliance/evaluations";

    private ComplianceService(Surroundings surroundings)
        : base(surroundings)
    {
    }

    public static async Task<ComplianceService> StartAsync(Servers servers, CancellationToken cancellationToken) =>
        await StartedAsync(
            new ComplianceService(await Surroundings.CreateAsync(servers, "compliance", [], cancellationToken)));

    /// <summary>A partner of the agency.</summary>
    public HttpClient PartnerOf(Guid agency, string scope = "compliance.read") =>
        With(Issuer.PartnerToken(agency, scope));

    /// <summary>An insured, who sees nothing but its own account.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) => With(Issuer.InsuredToken(agency, account));

    /// <summary>The evaluations of an agency.</summary>
    public async Task<IReadOnlyList<EvaluationResponse>> EvaluationsAsync(
        Guid agency, string query, CancellationToken cancellationToken)
    {
        using var client = PartnerOf(agency);
        return await client.ItemsAsync<EvaluationResponse>(Evaluations + query, cancellationToken);
    }

    /// <summary>The newest proof of a share, once one is kept that matches.</summary>
    public Task<Proof> ProofAsync(
        Guid share, Func<Proof, bool> matches, CancellationToken cancellationToken) => FirstAsync(
        db => db.Proofs.AsNoTracking().SingleOrDefaultAsync(
            proof => proof.ShareId == share, cancellationToken), matches, cancellationToken);

    /// <summary>The copy of a policy, once one is kept that matches.</summary>
    public Task<KnownPolicy> PolicyAsync(
        Guid id, Func<KnownPolicy, bool> matches, CancellationToken cancellationToken) => FirstAsync(
        db => db.Policies.AsNoTracking().SingleOrDefaultAsync(
            policy => policy.PolicyId == id, cancellationToken), matches, cancellationToken);

    /// <summary>
    /// Waits until every certificate that was published before is dealt with, which happens one message at a time.
    /// </summary>
    public async Task CaughtUpAsync(Guid agency, CancellationToken cancellationToken)
    {
        var marker = Guid.CreateVersion7();
        await Bus.PublishAsync(
            Some.Issued(agency, marker, Some.Certificate(marker, 1, Some.Policy(marker))), cancellationToken);
        await ProofAsync(marker, _ => true, cancellationToken);
    }

    private async Task<T> FirstAsync<T>(
        Func<ComplianceDb, Task<T?>> read, Func<T, bool> matches, CancellationToken cancellationToken)
        where T : class
    {
        var found = await Eventually.GetAsync(
            () => ReadAsync(read), row => row is not null && matches(row), cancellationToken, $"a {typeof(T).Name}");
        return found!;
    }
}
