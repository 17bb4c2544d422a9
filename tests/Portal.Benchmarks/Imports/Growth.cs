using System.Text.Json.Serialization;

namespace Portal.Benchmarks.Imports;

/// <summary>How far memory grew at its peak, in MB.</summary>
/// <param name="Kept">The managed heap behind a collection.</param>
/// <param name="Managed">The managed heap with its garbage.</param>
/// <param name="WorkingSet">All of the process.</param>
internal sealed record Growth(
    [property: JsonPropertyName("kept")] double Kept,
    [property: JsonPropertyName("managed")] double Managed,
    [property: JsonPropertyName("workingSet")] double WorkingSet)
{
    public static Growth Of(PeakMemory peak) =>
        new(peak.KeptMegabytes, peak.ManagedMegabytes, peak.WorkingSetMegabytes);
}
