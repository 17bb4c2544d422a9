using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Domain.Certificates;
using Portal.Certificates.Domain.Distributions;
using Portal.Certificates.Features.Distributions;
using Portal.Contracts.Certificates;
using Portal.Contracts.Commands;
using Portal.Contracts.Deliveries;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;

namespace Portal.Certificate.Tests.Features;

public sealed class DistributionTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _liability = Guid.CreateVersion7();
    private readonly Guid _auto = Guid.CreateVersion7();
    private CertificateService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await CertificateService.StartAsync(servers, Stop);
        await _service.KnowsAgencyAsync(_agency, Stop);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_renewal_gives_each_holder_that_receives_renewals_of_the_policy_one_certificate()
    {
        var wanted = Enumerable.Range(1, 120).Select(number => Some.Holder(number, _liability, _auto)).ToList();
        var declined = Some.Holder(500, _liability) with { ReceivesRenewals = false };
        var ofAnother = Some.Holder(501, _auto);
        await _service.ImportAsync(Some.Import(_agency, _account, [.. wanted, declined, ofAnother]), Stop);

        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        await IssuedAsync(renewal, 120);

        var certificates = await CertificatesAsync(renewal);
        Assert.Equal(
            wanted.Select(row => row.Email).Order(),
            certificates.Select(certificate => certificate.HolderEmail).Order());
        Assert.All(certificates, certificate => Assert.Equal(2, certificate.Policies.Length));
        var announced = _service.Bus.Received<CertificatesIssued>().SelectMany(batch => batch.Certificates).ToList();
        Assert.Equal(120, announced.Select(certificate => certificate.CertificateId).Distinct().Count());
        Assert.Equal(120, announced.Count);
    }

    [Fact]
    public async Task A_renewal_that_is_told_twice_opens_one_distribution()
    {
        await _service.ImportAsync(Some.Import(_agency, _account, Some.Holder(1, _liability)), Stop);
        var renewal = Renewal();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _service.Bus.PublishAsync(renewal, Stop)));
        await IssuedAsync(renewal, 1);
        await BarrierAsync();

        Assert.Single(await CertificatesAsync(renewal));
        Assert.Single(
            _service.Bus.Received<DistributionStarted>(), started => started.DistributionId == renewal.DistributionId);
    }

    [Fact]
    public async Task A_batch_that_runs_five_times_at_once_issues_once()
    {
        var rows = Enumerable.Range(1, 50).Select(number => Some.Holder(number, _liability)).ToArray();
        await _service.ImportAsync(Some.Import(_agency, _account, rows), Stop);
        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        var shares = await _service.ReadAsync(db => db.Shares.Select(share => share.Id).ToListAsync(Stop));
        var order = new IssueCertificatesCommand
        {
            DistributionId = renewal.DistributionId,
            AgencyId = _agency,
            Batch = 1,
            ShareIds = [.. shares.Select(share => share.Value)],
        };
        await Eventually.TrueAsync(() => OpenAsync(renewal), Stop);

        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => _service.Bus.SendAsync(order, CertificateService.IssueQueue, Stop)));
        await IssuedAsync(renewal, 50);
        await BarrierAsync();

        Assert.Equal(50, (await CertificatesAsync(renewal)).Count);
        Assert.Equal(50, (await DistributionAsync(renewal)).Issued);
        Assert.Equal(50, _service.Bus.Received<CertificatesIssued>().Sum(batch => batch.Certificates.Length));
    }

    [Fact]
    public async Task The_next_renewal_is_the_next_revision_and_supersedes_the_last()
    {
        await _service.ImportAsync(Some.Import(_agency, _account, Some.Holder(1, _liability)), Stop);
        var (first, second) = (Renewal(), Renewal());
        await _service.Bus.PublishAsync(first, Stop);
        await IssuedAsync(first, 1);
        await _service.Bus.PublishAsync(second, Stop);
        await IssuedAsync(second, 1);

        var (old, current) = (
            Assert.Single(await CertificatesAsync(first)), Assert.Single(await CertificatesAsync(second)));
        Assert.Equal((1, 2), (old.Revision, current.Revision));
        Assert.Equal(old.Number, current.Number);
        Assert.Equal(CertificateStatus.Superseded, old.StatusOn(Some.Effective));
        Assert.Equal(CertificateStatus.Current, current.StatusOn(Some.Effective));
        Assert.Equal(CertificateStatus.Expired, current.StatusOn(Some.Effective.AddYears(1)));
    }

    [Fact]
    public async Task A_renewal_that_concerns_nobody_is_finished_at_once()
    {
        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        await _service.Bus.FirstAsync<DistributionCompleted>(
            done => done.DistributionId == renewal.DistributionId, Stop);

        Assert.Equal(DistributionStatus.Finished, (await DistributionAsync(renewal)).State);
    }

    [Fact]
    public async Task Deliveries_told_twice_and_late_are_counted_once_and_the_last_one_finishes()
    {
        await _service.ImportAsync(
            Some.Import(
                _agency,
                _account,
                [.. Enumerable.Range(1, 3).Select(number => Some.Holder(number, _liability))]), Stop);
        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        await IssuedAsync(renewal, 3);
        var certificates = await CertificatesAsync(renewal);

        // The second fails, is retried by a person and arrives; the news of its failure comes again afterwards.
        var failure = Outcome(certificates[1], DeliveryStatus.Failed);
        await DeliverAsync(Outcome(certificates[0], DeliveryStatus.Delivered), failure);
        await DeliverAsync(Outcome(certificates[0], DeliveryStatus.Delivered), failure);
        await CountedAsync(renewal, 1, 1);
        await DeliverAsync(Outcome(certificates[1], DeliveryStatus.Delivered));
        await CountedAsync(renewal, 2, 0);
        await DeliverAsync(failure);
        await DeliverAsync(Outcome(certificates[2], DeliveryStatus.Failed));

        var done = await _service.Bus.FirstAsync<DistributionCompleted>(
            completed => completed.DistributionId == renewal.DistributionId, Stop);
        Assert.Equal((3, 2, 1), (done.Total, done.Delivered, done.Failed));
        var distribution = await DistributionAsync(renewal);
        Assert.Equal(DistributionStatus.Finished, distribution.State);
        Assert.NotNull(distribution.FinishedAt);
    }

    [Fact]
    public async Task A_distribution_that_was_promised_is_preparing_until_it_opens()
    {
        var renewal = Renewal();
        _service.Policy.Promised[renewal.DistributionId] = new
        {
            renewal.DistributionId,
            renewal.AgencyId,
            renewal.AccountId,
            PolicyIds = renewal.RenewedPolicyIds,
            RequestedAt = DateTimeOffset.UtcNow,
        };
        var path = $"/api/v1/distributions/{renewal.DistributionId}";

        var promised = await _service.PartnerOf(_agency).ReadAsync<DistributionResponse>(path, Stop);
        using var ofAnotherAgency = await _service.PartnerOf(Guid.CreateVersion7()).GetAsync(path, Stop);
        await _service.Bus.PublishAsync(renewal, Stop);
        await Eventually.TrueAsync(() => OpenAsync(renewal), Stop);
        var opened = await _service.PartnerOf(_agency).ReadAsync<DistributionResponse>(path, Stop);
        using var stillOfAnother = await _service.PartnerOf(Guid.CreateVersion7()).GetAsync(path, Stop);

        Assert.Equal(DistributionStatus.Preparing, promised.Status);
        Assert.Equal(DistributionStatus.Finished, opened.Status);
        Assert.Equal(HttpStatusCode.NotFound, ofAnotherAgency.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stillOfAnother.StatusCode);
    }

    [Fact]
    public async Task A_distribution_nobody_promised_is_not_found_and_one_nobody_can_tell_of_is_not_denied()
    {
        var path = $"/api/v1/distributions/{Guid.CreateVersion7()}";
        using var unknown = await _service.PartnerOf(_agency).GetAsync(path, Stop);
        _service.Policy.Down = true;
        using var untold = await _service.PartnerOf(_agency).GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, untold.StatusCode);
    }

    [Fact]
    public async Task Progress_is_streamed_until_the_distribution_ends()
    {
        await _service.ImportAsync(Some.Import(_agency, _account, Some.Holder(1, _liability)), Stop);
        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        await IssuedAsync(renewal, 1);
        var watching = _service.PartnerOf(_agency)
            .GetStringAsync($"/api/v1/distributions/{renewal.DistributionId}/events", Stop);

        await DeliverAsync(Outcome((await CertificatesAsync(renewal))[0], DeliveryStatus.Delivered));

        var events = (await watching).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(events[..^1], text => Assert.StartsWith("event: progress\ndata: {", text, StringComparison.Ordinal));
        Assert.StartsWith("event: end\ndata: {", events[^1], StringComparison.Ordinal);
        Assert.Contains("\"status\":\"finished\"", events[^1], StringComparison.Ordinal);
        Assert.Contains("\"delivered\":1", events[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_tells_proxies_to_pass_it_on_at_once_and_to_keep_nothing()
    {
        await _service.ImportAsync(Some.Import(_agency, _account, Some.Holder(1, _liability)), Stop);
        var renewal = Renewal();
        await _service.Bus.PublishAsync(renewal, Stop);
        await IssuedAsync(renewal, 1);

        using var stream = await _service.PartnerOf(_agency).GetAsync(
            $"/api/v1/distributions/{renewal.DistributionId}/events", HttpCompletionOption.ResponseHeadersRead, Stop);

        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.ToString());
        Assert.Equal(["no"], stream.Headers.GetValues("X-Accel-Buffering"));
        Assert.True(stream.Headers.CacheControl?.NoCache);
    }

    private PoliciesRenewed Renewal() =>
        Some.Renewal(_agency, _account, Some.Policy(_liability), Some.Policy(_auto, PolicyLine.Auto));

    private Task IssuedAsync(PoliciesRenewed renewal, int count) => Eventually.TrueAsync(
        () => _service.Bus.Received<CertificatesIssued>()
            .Where(batch => batch.DistributionId == renewal.DistributionId)
            .Sum(batch => batch.Certificates.Length) >= count,
        Stop);

    private Task CountedAsync(PoliciesRenewed renewal, int delivered, int failed) => Eventually.TrueAsync(
        async () =>
        {
            var distribution = await DistributionAsync(renewal);
            return (distribution.Delivered, distribution.Failed) == (delivered, failed);
        },
        Stop);

    // What is sent behind the messages under test is handled after them, so their absence can be asserted.
    private async Task BarrierAsync()
    {
        var another = Some.Renewal(_agency, Guid.CreateVersion7(), Some.Policy(Guid.CreateVersion7()));
        await _service.Bus.PublishAsync(another, Stop);
        await _service.Bus.FirstAsync<DistributionCompleted>(
            done => done.DistributionId == another.DistributionId, Stop);
        await Task.Delay(500, Stop);
    }

    private Task DeliverAsync(params DeliveryOutcome[] outcomes) => _service.Bus.PublishAsync(
        new DeliveriesChanged { AgencyId = _agency, Deliveries = outcomes, OccurredAt = DateTimeOffset.UtcNow }, Stop);

    private static DeliveryOutcome Outcome(
        Certificates.Domain.Certificates.Certificate certificate, DeliveryStatus status) => new()
        {
            DeliveryId = Guid.CreateVersion7(),
            CertificateId = certificate.Id.Value,
            DistributionId = certificate.DistributionId.Value,
            Status = status,
            Detail = status == DeliveryStatus.Failed ? "550 5.1.1 no such user" : null,
            At = DateTimeOffset.UtcNow,
        };

    private Task<bool> OpenAsync(PoliciesRenewed renewal)
    {
        var id = new DistributionId(renewal.DistributionId);
        return _service.ReadAsync(db => db.Distributions.AnyAsync(distribution => distribution.Id == id, Stop));
    }

    private Task<Distribution> DistributionAsync(PoliciesRenewed renewal)
    {
        var id = new DistributionId(renewal.DistributionId);
        return _service.ReadAsync(db => db.Distributions.SingleAsync(distribution => distribution.Id == id, Stop));
    }

    private Task<List<Certificates.Domain.Certificates.Certificate>> CertificatesAsync(PoliciesRenewed renewal)
    {
        var id = new DistributionId(renewal.DistributionId);
        return _service.ReadAsync(db => db.Certificates
            .Where(certificate => certificate.DistributionId == id)
            .OrderBy(certificate => certificate.HolderName).ToListAsync(Stop));
    }
}
