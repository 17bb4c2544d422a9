using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Portal.Testing.Pdf;

/// <summary>What programs that others wrote say of a PDF.</summary>
public static class PdfTools
{
    private const string Install = "apt-get install -y qpdf poppler-utils zbar-tools";

    /// <summary>Everything qpdf complains of; empty for a sound file.</summary>
    public static string Complaints(byte[] pdf)
    {
        var (code, output) = Run(pdf, "qpdf", file => ["--check", file]);
        return code == 0 ? "" : output;
    }

    /// <summary>Text in the order in which it was drawn, blanks and line ends as single spaces.</summary>
    public static string Text(byte[] pdf) =>
        string.Join(' ', Lines(pdf).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Lines of text in the order in which they were drawn.</summary>
    public static IReadOnlyList<string> Lines(byte[] pdf) =>
        Succeed(pdf, "pdftotext", file => ["-raw", "-enc", "UTF-8", file, "-"])
            .Split(['\n', '\f'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One line for each font: name, type, encoding, embedded, subset, with a Unicode map.</summary>
    public static IReadOnlyList<PdfFontFact> Fonts(byte[] pdf) =>
    [
        .. Succeed(pdf, "pdffonts", file => [file]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(columns => new PdfFontFact(columns[0], columns[^5] == "yes", columns[^4] == "yes")),
    ];

    /// <summary>Value of a line of pdfinfo, such as Title or Pages.</summary>
    public static string Information(byte[] pdf, string name) => Succeed(pdf, "pdfinfo", file => [file]).Split('\n')
        .Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    /// <summary>What a scanner reads from the QR codes of the first page.</summary>
    public static string Scan(byte[] pdf)
    {
        var image = Picture(pdf, 150, out _, out _, keep: true).File!;
        try
        {
            return Start("zbarimg", ["--quiet", "--raw", "--nodbus", image]).Output.Trim();
        }
        finally
        {
            File.Delete(image);
        }
    }

    /// <summary>Grey values of the first page, row by row; 255 is white.</summary>
    public static byte[] Pixels(byte[] pdf, int resolution, out int width, out int height) =>
        Picture(pdf, resolution, out width, out height, keep: false).Pixels;

    private static (byte[] Pixels, string? File) Picture(
        byte[] pdf, int resolution, out int width, out int height, bool keep)
    {
        var root = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Succeed(pdf, "pdftoppm", file => ["-gray", "-singlefile", "-r", $"{resolution}", file, root]);
        var picture = root + ".pgm";
        var bytes = File.ReadAllBytes(picture);
        var header = Encoding.ASCII.GetString(bytes, 0, 40).Split((char[])[' ', '\n'], 5);
        width = int.Parse(header[1], null);
        height = int.Parse(header[2], null);
        if (!keep)
        {
            File.Delete(picture);
        }

        return (bytes[^(width * height)..], keep ? picture : null);
    }

    private static string Succeed(byte[] pdf, string program, Func<string, string[]> arguments)
    {
        var (code, output) = Run(pdf, program, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{program} ended with {code}: {output}");
    }

    private static (int Code, string Output) Run(byte[] pdf, string program, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            return Start(program, arguments(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Code, string Output) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing; install it with: {Install}", e);
        }
    }
}
