using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Spreadsheets;

/// <summary>
/// Writes a CSV file (RFC 4180, UTF-8 with a byte order mark, without which spreadsheets guess another character set).
/// Every cell is quoted, so that no divider or line break in it begins another, and none begins a formula
/// (<see cref="FormulaGuard"/>). Left to itself CsvHelper 33.0.1 writes a line feed without quotes when rows end with
/// CRLF (findings/csvhelper-line-feed-unquoted.sh).
/// </summary>
/// <param name="stream">Where it goes; it is closed with the file.</param>
public sealed class CsvFile(Stream stream) : IAsyncDisposable
{
    private readonly CsvWriter _csv = new(
        new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = _ => true });

    /// <summary>Writes a row.</summary>
    public Task WriteAsync(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(FormulaGuard.Guard(cell));
        }

        return _csv.NextRecordAsync();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
