using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.ServiceDefaults.Text;

namespace Portal.Certificates.Features.ReadHolders;

/// <summary>Writes holders.csv (RFC 4180) in the columns of the import; no cell starts a formula.</summary>
internal sealed class HolderFile(Stream stream) : IAsyncDisposable
{
    private static readonly string[] Columns =
    [
        "client_ref", "holder_name", "street", "city", "state", "zip", "email", "project", "policies", "additional_insured",
        "waiver_of_subrogation", "primary_noncontributory", "receives_renewals", "description",
    ];

    private readonly CsvWriter _csv = new(
        new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)),
        new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });

    public Task WriteHeaderAsync() => LineAsync(Columns);

    public async Task WriteAsync(IEnumerable<HolderRowView> rows)
    {
        foreach (var row in rows)
        {
            await LineAsync(
            [
                row.ClientRef, row.Name, row.Address.Street, row.Address.City, row.Address.State, row.Address.Zip,
                row.Email, row.Project ?? "", Lines(row), YesNo(row.AdditionalInsured), YesNo(row.WaiverOfSubrogation),
                YesNo(row.PrimaryNoncontributory), YesNo(row.ReceivesRenewals), row.Description ?? "",
            ]);
        }
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private Task LineAsync(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(SpreadsheetText.Guard(cell));
        }

        return _csv.NextRecordAsync();
    }

    private static string Lines(HolderRowView row) =>
        string.Join(';', row.Policies.Select(policy => JsonNamingPolicy.SnakeCaseLower.ConvertName(policy.Line.ToString())));

    private static string YesNo(bool flag) => flag ? "Y" : "N";
}
