namespace Portal.Certificates.Features.ImportHolders;

/// <summary>What became of the rows of one order.</summary>
internal sealed class ImportCounts
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }
}
