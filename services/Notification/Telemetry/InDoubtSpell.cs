using System.Diagnostics.Metrics;

namespace Portal.Notification.Telemetry;

/// <summary>The time in which a mail may have been accepted and is not known to be.</summary>
internal readonly struct InDoubtSpell(UpDownCounter<long> inDoubt) : IDisposable
{
    public void Dispose() => inDoubt.Add(-1);
}
