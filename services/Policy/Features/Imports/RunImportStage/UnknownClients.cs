using Portal.Policies.Csv;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>How a row is refused whose client the agency does not have.</summary>
internal static class UnknownClients
{
    public static void RefuseUnknownClient(this SheetRow row)
    {
        // An empty cell was told of already.
        if (row["client_ref"].Length > 0)
        {
            row.Refuse(
                "client_ref", "The agency has no such client; add it to the clients file, or correct the reference.");
        }
    }
}
