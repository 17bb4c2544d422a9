namespace Portal.Policies.Domain.Imports;

/// <summary>Identifies an import.</summary>
internal readonly record struct ImportId(Guid Value)
{
    public static ImportId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString();
}
