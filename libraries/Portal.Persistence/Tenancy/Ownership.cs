namespace Portal.Persistence.Tenancy;

/// <summary>Whose an entity's rows are, as far as one of the two filters goes.</summary>
internal abstract record Ownership
{
    /// <summary>Name of the model's annotation that says so for a filter, until the model is complete.</summary>
    public static string AnnotationOf(string filter) => $"Portal:Ownership:{filter}";

    /// <summary>A row is its whose id it has.</summary>
    /// <param name="Key">Property of the entity.</param>
    /// <param name="Seen">Property of the scope that has the id which is seen.</param>
    public sealed record By(string Key, string Seen) : Ownership;

    /// <summary>No row is anybody's who is bounded.</summary>
    public sealed record Hidden : Ownership;

    /// <summary>There is no filter.</summary>
    public sealed record Open(string Because) : Ownership;
}
