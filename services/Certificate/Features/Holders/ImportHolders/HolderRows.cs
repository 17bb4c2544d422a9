using Portal.Certificates.Domain.Shares;
using Portal.Contracts.Imports;

namespace Portal.Certificates.Features.Holders.ImportHolders;

/// <summary>Reads the domain's parts out of an imported row.</summary>
internal static class HolderRows
{
    public static HolderDetails Details(this HolderRow row) => new()
    {
        Name = row.Name,
        Address = row.Address,
        Email = row.Email,
    };

    public static ShareTerms Terms(this HolderRow row) => new()
    {
        PolicyIds = [.. row.PolicyIds.Distinct().Order()],
        Project = row.Project,
        AdditionalInsured = row.AdditionalInsured,
        WaiverOfSubrogation = row.WaiverOfSubrogation,
        PrimaryNoncontributory = row.PrimaryNoncontributory,
        ReceivesRenewals = row.ReceivesRenewals,
        Description = row.Description,
    };
}
