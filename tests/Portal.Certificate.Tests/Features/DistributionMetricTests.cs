using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Distributions;
using Portal.Contracts.Certificates;
using Portal.Contracts.Deliveries;
using Portal.Testing;
using Portal.Testing.Telemetry;
using Portal.Testing.Waiting;

namespace Portal.Certificate.Tests.Features;

public sealed class DistributionMetricTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_distribution_counts_its_certificates_and_is_timed_once_from_start_to_last_delivery()
    {
        await using var service = await CertificateService.StartAsync(servers, Stop);
        using var recorder = new MetricRecorder(
            DistributionMetrics.MeterName, service.Services.GetRequiredService<IMeterFactory>());
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await service.KnowsAgencyAsync(agency, Stop);
        var policy = Some.Policy(Guid.CreateVersion7());
        await service.ImportAsync(
            Some.Import(agency, account, Some.Holder(1, policy.PolicyId), Some.Holder(2, policy.PolicyId)), Stop);
        var renewal = Some.Renewal(agency, account, policy);
        await service.Bus.PublishAsync(renewal, Stop);
        var issued = await service.Bus.FirstAsync<CertificatesIssued>(
            batch => batch.DistributionId == renewal.DistributionId, Stop);

        var delivered = new DeliveriesChanged
        {
            AgencyId = agency,
            OccurredAt = DateTimeOffset.UtcNow,
            Deliveries =
            [
                .. issued.Certificates.Select(certificate => new DeliveryOutcome
                {
                    DeliveryId = Guid.CreateVersion7(),
                    CertificateId = certificate.CertificateId,
                    DistributionId = renewal.DistributionId,
                    Status = DeliveryStatus.Delivered,
                    Detail = "250 OK",
                    At = DateTimeOffset.UtcNow,
                }),
            ],
        };
        await service.Bus.PublishAsync(delivered, Stop);
        await service.Bus.PublishAsync(delivered, Stop);
        await service.Bus.FirstAsync<DistributionCompleted>(
            done => done.DistributionId == renewal.DistributionId, Stop);
        await Eventually.TrueAsync(
            () => recorder.Count(
                "portal.certificate.distribution.duration", "portal.distribution.outcome=delivered") == 1,
            Stop);

        Assert.Equal(2, recorder.Sum("portal.certificate.issued"));
        Assert.InRange(recorder.Sum("portal.certificate.distribution.duration"), 0.001, 60);
    }
}
