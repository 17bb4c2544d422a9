using System.Diagnostics;
using System.Text.Json;
using Portal.Certificates.Rendering;
using Portal.Pdf.Content;

namespace Portal.Benchmarks.Pdf;

/// <summary>Renders certificates one after another on one thread.</summary>
internal static class PdfBenchmark
{
    private const int WarmUp = 3_000;
    private const int Count = 5_000;

    /// <summary>
    /// Prints one line of JSON: documents and pages a second, milliseconds, bytes and allocations a document.
    /// </summary>
    /// <param name="output">Where the line goes.</param>
    /// <param name="sampleFolder">Folder that gets one of the documents, or null.</param>
    public static void Run(TextWriter output, string? sampleFolder)
    {
        var certificates = Enumerable.Range(0, Count).Select(SampleCertificates.Number).ToArray();
        var renderer = new CertificateRenderer();
        for (var i = 0; i < WarmUp; i++)
        {
            renderer.Render(certificates[i % Count]);
            QrSymbol.Encode(certificates[i % Count].VerificationUrl);
        }

        var lengths = new int[Count];
        var (milliseconds, allocated) = Measure(i => lengths[i] = renderer.Render(certificates[i]).Length);
        var (qrMilliseconds, _) = Measure(i => QrSymbol.Encode(certificates[i].VerificationUrl));
        Array.Sort(lengths);
        output.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "pdf",
            documents = Count,
            pagesPerSecond = Math.Round(1000 / milliseconds),
            millisecondsPerDocument = Math.Round(milliseconds, 4),
            bytesMedian = lengths[Count / 2],
            bytesLargest = lengths[^1],
            allocatedBytesPerDocument = allocated,
            qrMilliseconds = Math.Round(qrMilliseconds, 4),
            qrShare = Math.Round(qrMilliseconds / milliseconds, 3),
        }));
        if (sampleFolder is not null)
        {
            Directory.CreateDirectory(sampleFolder);
            File.WriteAllBytes(Path.Combine(sampleFolder, "certificate.pdf"), renderer.Render(certificates[0]));
        }
    }

    private static (double Milliseconds, long Allocated) Measure(Action<int> work)
    {
        GC.Collect();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Count; i++)
        {
            work(i);
        }

        return (
            Stopwatch.GetElapsedTime(start).TotalMilliseconds / Count,
            (GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / Count);
    }
}
