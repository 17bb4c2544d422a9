using Portal.Contracts.Imports;

namespace Portal.Policies.Csv;

/// <summary>Reads clients.csv.</summary>
internal static class ClientSheet
{
    /// <summary>The columns of clients.csv.</summary>
    public static SheetLayout Layout { get; } = new(
        "clients",
        ["client_ref", "legal_name", "street", "city", "state", "zip", "contact_name", "contact_email"],
        ["dba", "contact_mobile"]);

    /// <param name="sheet">The file; null where the import has none.</param>
    public static Rows<ClientRow> Read(Sheet? sheet) => Rows<ClientRow>.Read(sheet, Read, RefuseRepeated);

    private static Action<SheetRow, ClientRow> RefuseRepeated()
    {
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        return (row, client) =>
        {
            if (client.ClientRef.Length > 0 && !firstLines.TryAdd(client.ClientRef, row.Line))
            {
                row.Refuse(
                    "client_ref",
                    $"The client is already on line {firstLines[client.ClientRef]}; keep one row a client.");
            }
        };
    }

    private static ClientRow Read(SheetRow row) => new()
    {
        Line = row.Line,
        ClientRef = row.Text("client_ref", 50),
        LegalName = row.Text("legal_name"),
        Dba = row.OptionalText("dba"),
        Address = row.Address(),
        ContactName = row.Text("contact_name"),
        ContactEmail = row.Email("contact_email"),
        ContactMobile = row.OptionalMobile("contact_mobile"),
    };
}
