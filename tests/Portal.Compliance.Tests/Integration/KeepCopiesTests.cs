using Microsoft.Extensions.DependencyInjection;
using Portal.Compliance.Storage;
using Portal.Compliance.Tests.Support;
using Portal.Contracts.Policies;
using Portal.Testing;

namespace Portal.Compliance.Tests.Integration;

/// <summary>Messages that come twice, late and in the wrong order.</summary>
public sealed class KeepCopiesTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_certificate_that_comes_late_never_overwrites_a_newer_one()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, share, policy) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = Some.Issued(agency, account, Some.Certificate(share, 1, Some.Policy(policy, expiresInDays: 10)));
        var second = Some.Issued(agency, account, Some.Certificate(share, 2, Some.Policy(policy, expiresInDays: 375)));

        await service.Bus.PublishAsync(second, Token);
        await service.Bus.PublishAsync(first, Token);
        await service.Bus.PublishAsync(second, Token);
        await service.Bus.PublishAsync(first, Token);
        await service.CaughtUpAsync(agency, Token);

        var proof = await service.ProofAsync(share, _ => true, Token);
        Assert.Equal(2, proof.Revision);
        Assert.Equal(Some.Today.AddDays(375), proof.FirstExpiration);
        Assert.Equal(proof.FirstExpiration, Assert.Single(proof.Policies).Expiration);
    }

    [Fact]
    public async Task A_batch_that_names_a_share_twice_keeps_its_newest_certificate()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, share, policy) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));

        await service.Bus.PublishAsync(
            Some.Issued(
                agency,
                Guid.CreateVersion7(),
                Some.Certificate(share, 2, policy),
                Some.Certificate(share, 1, policy)), Token);

        Assert.Equal(2, (await service.ProofAsync(share, _ => true, Token)).Revision);
    }

    [Fact]
    public async Task Every_event_of_a_policy_is_followed_and_twice_makes_no_difference()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, id) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var correctedAt = Some.IssuedAt.AddHours(1);

        var added = Some.Added(agency, account, Some.Policy(id));
        await service.Bus.PublishAsync(added, Token);
        await service.PolicyAsync(id, policy => policy.Version == 1, Token);

        var renewed = Some.Renewed(agency, account, Some.Policy(id, version: 2, expiresInDays: 500));
        await service.Bus.PublishAsync(renewed, Token);
        await service.PolicyAsync(id, policy => policy.Version == 2, Token);

        var changed = Some.Changed(
            agency, account, Some.Policy(id, version: 3, expiresInDays: 500, number: "GL-3"), correctedAt);
        await service.Bus.PublishAsync(changed, Token);
        await service.PolicyAsync(id, policy => policy.CorrectedVersion == 3, Token);

        await service.Bus.PublishAsync(added, Token);
        await service.Bus.PublishAsync(renewed, Token);
        await service.Bus.PublishAsync(changed, Token);
        await service.CaughtUpAsync(agency, Token);

        var policy = await service.PolicyAsync(id, _ => true, Token);
        Assert.Equal((3, "GL-3", Some.Today.AddDays(500)), (policy.Version, policy.Number, policy.Expiration));
        Assert.Equal(correctedAt, policy.CorrectedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task An_older_version_of_a_policy_changes_neither_terms_nor_correction()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, account, id) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var scope = service.Services.CreateAsyncScope();
        var table = scope.ServiceProvider.GetRequiredService<PolicyTable>();

        await table.KeepAsync(agency, account, [Some.Policy(id, version: 3, number: "new")], Token);
        await table.CorrectAsync(id, 3, Some.IssuedAt, Token);
        await table.KeepAsync(
            agency,
            account,
            [Some.Policy(id, version: 2, number: "old") with { Status = PolicyStatus.Cancelled }],
            Token);
        await table.CorrectAsync(id, 2, Some.IssuedAt.AddDays(1), Token);

        var policy = await service.PolicyAsync(id, _ => true, Token);
        Assert.Equal(
            (3, "new", PolicyStatus.Active, 3),
            (policy.Version, policy.Number, policy.Status, policy.CorrectedVersion));
        Assert.Equal(Some.IssuedAt, policy.CorrectedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task What_one_agency_has_another_can_not_replace()
    {
        await using var service = await ComplianceService.StartAsync(servers, Token);
        var (agency, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (account, share, id) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var scope = service.Services.CreateAsyncScope();
        var policies = scope.ServiceProvider.GetRequiredService<PolicyTable>();
        await policies.KeepAsync(agency, account, [Some.Policy(id, version: 1)], Token);
        await service.Bus.PublishAsync(
            Some.Issued(agency, account, Some.Certificate(share, 1, Some.Policy(id))), Token);
        await service.ProofAsync(share, _ => true, Token);

        await policies.KeepAsync(other, account, [Some.Policy(id, version: 2)], Token);
        await service.Bus.PublishAsync(Some.Issued(other, account, Some.Certificate(share, 2, Some.Policy(id))), Token);
        await service.CaughtUpAsync(other, Token);

        Assert.Equal(1, (await service.PolicyAsync(id, _ => true, Token)).Version);
        Assert.Equal(1, (await service.ProofAsync(share, _ => true, Token)).Revision);
    }
}
