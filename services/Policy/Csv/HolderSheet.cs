using Portal.Contracts.Imports;
using Portal.Contracts.Policies;
using Portal.Insurance;

namespace Portal.Policies.Csv;

/// <summary>Reads holders.csv.</summary>
internal static class HolderSheet
{
    private const int LongestDescription = 2000;

    /// <summary>The columns of holders.csv.</summary>
    public static SheetLayout Layout { get; } = new(
        "holders",
        [
            "client_ref", "holder_name", "street", "city", "state", "zip", "email", "policies", "additional_insured",
            "waiver_of_subrogation", "primary_noncontributory", "receives_renewals",
        ],
        ["project", "description"]);

    /// <param name="sheet">The file; null where the import has none.</param>
    public static Rows<HolderLine> Read(Sheet? sheet) => Rows<HolderLine>.Read(sheet, Read, () => (_, _) => { });

    private static HolderLine Read(SheetRow row)
    {
        var lines = row.Words<PolicyLine>("policies");
        if (row.Parts("policies").Length == 0)
        {
            row.Refuse(
                "policies",
                "The lines to show are missing; list them with semicolons between, out of "
                + $"{SnakeCase.All<PolicyLine>()}.");
        }

        return new HolderLine
        {
            ClientRef = row.Text("client_ref", 50),
            Lines = lines,
            Row = new HolderRow
            {
                Line = row.Line,
                Name = row.Text("holder_name"),
                Address = row.Address(),
                Email = row.Email("email"),
                Project = row.OptionalText("project"),
                PolicyIds = [],
                AdditionalInsured = row.Flag("additional_insured"),
                WaiverOfSubrogation = row.Flag("waiver_of_subrogation"),
                PrimaryNoncontributory = row.Flag("primary_noncontributory"),
                ReceivesRenewals = row.Flag("receives_renewals"),
                Description = row.OptionalProse("description", LongestDescription),
            },
        };
    }
}
