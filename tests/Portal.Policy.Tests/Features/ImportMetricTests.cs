using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Features.Imports.RunImportStage;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Telemetry;

namespace Portal.Policies.Tests.Features;

public sealed class ImportMetricTests(Servers servers)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_is_counted_once_with_its_rows_by_file_and_outcome()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);
        using var recorder = new MetricRecorder(
            ImportMetrics.MeterName, service.Services.GetRequiredService<IMeterFactory>());
        using var partner = service.PartnerOf(Guid.CreateVersion7());

        var job = await partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
                ["holders"] = PartnerCalls.Data("holders.csv"),
            },
            Stop);

        Assert.Equal(ImportStatus.Finished, job.Status);
        Assert.Equal(
            1, recorder.Sum("portal.policy.imports", "portal.import.outcome=finished", "portal.import.dry_run=False"));
        foreach (var (file, counts) in new[]
        {
            ("clients", job.Clients), ("policies", job.Policies), ("holders", job.Holders),
        })
        {
            foreach (var (outcome, rows) in new[]
            {
                ("added", counts.Added), ("updated", counts.Updated),
                ("unchanged", counts.Unchanged), ("refused", counts.Refused),
            })
            {
                Assert.Equal(
                    rows,
                    recorder.Sum(
                        "portal.policy.import.rows",
                        $"portal.import.file={file}",
                        $"portal.import.row.outcome={outcome}"));
            }
        }
    }
}
