using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Portal.Policies.Csv;
using Portal.Spreadsheets;

namespace Portal.Policies.Tests.Csv;

/// <summary>Whatever the import takes, the export gives back: a file may go round as often as it likes.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Columns =
    [
        "client_ref", "holder_name", "street", "city", "state", "zip", "email", "project", "policies",
        "additional_insured",
        "waiver_of_subrogation", "primary_noncontributory", "receives_renewals", "description",
    ];

    private static readonly string[] Pieces =
    [
        "=", "+", "-", "@", "＝", "＠", "'", "\"", ",", ";", "|", "\t", "\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029",
        " ", "\u00A0",
        "a", "Ж", "\U0001F600",
    ];

    [Theory]
    [InlineData("holder_name")]
    [InlineData("project")]
    [InlineData("description")]
    public void What_the_import_takes_is_what_it_takes_from_the_export(string column)
    {
        var taken = 0;
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text =>
        {
            if (Read(column, Typed(column, text)) is { } value)
            {
                taken++;
                Assert.Equal(value, Read(column, Exported(column, value)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

        Assert.True(taken > 100, $"Only {taken} of the texts were taken.");
    }

    private static string? Read(string column, byte[] file)
    {
        var row = HolderSheet.Read(Sheet.Read(HolderSheet.Layout, file)).Good.SingleOrDefault()?.Row;
        return column switch
        {
            "holder_name" => row?.Name,
            "project" => row?.Project,
            _ => row?.Description,
        };
    }

    private static IEnumerable<string> Row(
        string column, string text) => Columns.Select(name => name == column ? text : name switch
        {
            "state" => "NJ",
            "zip" => "07102",
            "email" => "certs@holder.example",
            "policies" => "general_liability;auto",
            "project" or "description" => "",
            _ => "Y",
        });

    private static byte[] Typed(string column, string text) => Encoding.UTF8.GetBytes(
        $"{string.Join(',', Columns)}\r\n{string.Join(',', Row(column, text).Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n");

    private static byte[] Exported(string column, string text) => ExportedAsync(column, text).GetAwaiter().GetResult();

    private static async Task<byte[]> ExportedAsync(string column, string text)
    {
        using var stream = new MemoryStream();
        await using (var file = new CsvFile(stream))
        {
            await file.WriteAsync(Columns);
            await file.WriteAsync(Row(column, text));
        }

        return stream.ToArray();
    }
}
