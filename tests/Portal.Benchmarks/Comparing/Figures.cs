using System.Text.Json;

namespace Portal.Benchmarks.Comparing;

/// <summary>The numbers in one line of a benchmark, by their path: <c>first.certificatesPerSecond</c>.</summary>
internal sealed class Figures
{
    // A build before Aspire numbers its only process of a service.
    private const string FirstReplica = "-1";

    private readonly Dictionary<string, double> _values = [];

    public Figures(string line)
    {
        using var document = JsonDocument.Parse(line);
        Add("", document.RootElement);
    }

    public IEnumerable<string> Names => _values.Keys;

    public double? Of(string name) => _values.TryGetValue(name, out var value) ? value : null;

    private void Add(string path, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            _values[path.EndsWith(FirstReplica, StringComparison.Ordinal) ? path[..^FirstReplica.Length] : path] =
                element.GetDouble();
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value);
            }
        }
    }
}
