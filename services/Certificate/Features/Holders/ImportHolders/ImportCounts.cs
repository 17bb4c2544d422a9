namespace Portal.Certificates.Features.Holders.ImportHolders;

/// <summary>What became of the rows of one command.</summary>
internal sealed class ImportCounts
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }
}
