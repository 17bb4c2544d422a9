using System.Diagnostics.Metrics;
using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Imports in numbers, meter <c>Portal.Policy</c>.</summary>
internal sealed class ImportMetrics
{
    public const string MeterName = "Portal.Policy";

    private readonly Counter<long> _imports;
    private readonly Counter<long> _rows;

    public ImportMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _imports = meter.CreateCounter<long>("portal.policy.imports", "{import}", "Imports that ended.");
        _rows = meter.CreateCounter<long>(
            "portal.policy.import.rows", "{row}", "Rows of imports that ended, by what became of them.");
    }

    /// <summary>Counts an import whose last step was committed; one that goes on is not counted yet.</summary>
    public void Count(Import import)
    {
        if (import.State == ImportStatus.Running)
        {
            return;
        }

        var dryRun = new KeyValuePair<string, object?>("portal.import.dry_run", import.DryRun);
        _imports.Add(
            1, new("portal.import.outcome", import.State == ImportStatus.Finished ? "finished" : "failed"), dryRun);
        foreach (
            var (file, counts) in new[]
            {
                ("clients", import.Clients),
                ("policies", import.Policies),
                ("holders", import.Holders),
            })
        {
            foreach (var (outcome, rows) in new[]
            {
                ("added", counts.Added), ("updated", counts.Updated), (
                    "unchanged", counts.Unchanged), ("refused", counts.Refused),
            })
            {
                _rows.Add(rows, new("portal.import.file", file), new("portal.import.row.outcome", outcome), dryRun);
            }
        }
    }
}
