namespace Portal.Policies.Domain.Imports;

/// <summary>What became of the rows of one file.</summary>
internal sealed record ImportCounts
{
    public int Added { get; init; }

    public int Updated { get; init; }

    public int Unchanged { get; init; }

    public int Refused { get; init; }

    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => new()
    {
        Added = left.Added + right.Added,
        Updated = left.Updated + right.Updated,
        Unchanged = left.Unchanged + right.Unchanged,
        Refused = left.Refused + right.Refused,
    };

    public static ImportCounts Add(ImportCounts left, ImportCounts right) => left + right;
}
