using Portal.Insurance;
using Portal.Spreadsheets;

namespace Portal.Certificates.Features.Holders.ExportHolders;

/// <summary>Writes holders.csv in the columns of the import.</summary>
internal sealed class HolderExport(Stream stream) : IAsyncDisposable
{
    private static readonly string[] Columns =
    [
        "client_ref", "holder_name", "street", "city", "state", "zip", "email", "project", "policies",
        "additional_insured",
        "waiver_of_subrogation", "primary_noncontributory", "receives_renewals", "description",
    ];

    private readonly CsvFile _csv = new(stream);

    public Task WriteHeaderAsync() => _csv.WriteAsync(Columns);

    public async Task WriteAsync(IEnumerable<HolderResponse> rows)
    {
        foreach (var row in rows)
        {
            await _csv.WriteAsync(
            [
                row.ClientRef, row.Name, row.Address.Street, row.Address.City, row.Address.State, row.Address.Zip,
                row.Email, row.Project ?? "", Lines(row), YesNo(row.AdditionalInsured), YesNo(row.WaiverOfSubrogation),
                YesNo(row.PrimaryNoncontributory), YesNo(row.ReceivesRenewals), row.Description ?? "",
            ]);
        }
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private static string Lines(HolderResponse row) =>
        string.Join(';', row.Policies.Select(policy => LineOfBusiness.Of(policy.Line).Code));

    private static string YesNo(bool flag) => flag ? "Y" : "N";
}
