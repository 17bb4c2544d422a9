using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Portal.Testing.Telemetry;

/// <summary>Keeps what the instruments of a meter measure.</summary>
public sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measurement> _measured = new();

    /// <summary>Listens to a meter.</summary>
    /// <param name="meter">Name of the meter.</param>
    /// <param name="scope">
    /// The host's own <see cref="IMeterFactory"/>, so that other hosts of the test program don't count.
    /// </param>
    public MetricRecorder(string meter, IMeterFactory scope)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter && ReferenceEquals(instrument.Meter.Scope, scope))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Sum of what an instrument measured.</summary>
    /// <param name="instrument">Name of the instrument.</param>
    /// <param name="tags">Those that a measurement has, each as <c>name=value</c>.</param>
    public double Sum(string instrument, params string[] tags) => Of(instrument, tags).Sum(one => one.Value);

    /// <summary>How often an instrument measured.</summary>
    public int Count(string instrument, params string[] tags) => Of(instrument, tags).Count();

    /// <summary>What an observed instrument says now; null when it says nothing.</summary>
    public double? Observe(string instrument, params string[] tags)
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
        return Of(instrument, tags) is var found && found.Any() ? found.Last().Value : null;
    }

    /// <summary>Every tag's value of every measurement.</summary>
    public IReadOnlyList<string> TagValues() => [.. _measured.SelectMany(one => one.Tags)];

    public void Dispose() => _listener.Dispose();

    private IEnumerable<Measurement> Of(string instrument, string[] tags) =>
        _measured.Where(one => one.Instrument == instrument && tags.All(one.Tags.Contains));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var written = new List<string>();
        foreach (var (name, tag) in tags)
        {
            written.Add($"{name}={tag}");
        }

        _measured.Enqueue(new Measurement(instrument.Name, value, written));
    }

    private sealed record Measurement(string Instrument, double Value, IReadOnlyList<string> Tags);
}
