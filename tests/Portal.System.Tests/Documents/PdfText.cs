using System.Diagnostics;

namespace Portal.SystemTests.Documents;

/// <summary>Text of a PDF as a reader extracts it: pdftotext of poppler-utils.</summary>
internal static class PdfText
{
    private const string Program = "/usr/bin/pdftotext";

    public static async Task<string> OfAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("pdftotext is missing; install it with: apt-get install -y poppler-utils");
        }

        var start = new ProcessStartInfo(Program, ["-layout", "-enc", "UTF-8", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, process.ExitCode);
        return await text;
    }
}
