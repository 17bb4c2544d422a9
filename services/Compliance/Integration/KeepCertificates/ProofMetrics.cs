using System.Diagnostics.Metrics;
using Portal.ServiceDefaults.Telemetry;

namespace Portal.Compliance.Integration.KeepCertificates;

/// <summary>Proofs in numbers, meter <c>Portal.Compliance</c>.</summary>
internal sealed class ProofMetrics
{
    public const string MeterName = "Portal.Compliance";

    private readonly Counter<long> _taken;

    public ProofMetrics(IMeterFactory meters)
    {
        var meter = meters.Named(MeterName);
        _taken = meter.CreateCounter<long>(
            "portal.compliance.proofs", "{proof}", "Proofs of holders that were taken in, twice or late included.");
    }

    public void Taken(int proofs) => _taken.Add(proofs);
}
