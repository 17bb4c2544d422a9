using Portal.Policies.Domain.Imports;
using Portal.Policies.Domain.Policies;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>What became of one row of policies.csv.</summary>
/// <param name="Counts">One, in the place where it counts.</param>
/// <param name="Life">The policy that the row names; null when it was refused.</param>
/// <param name="Problem">Why it was refused.</param>
internal sealed record RowOutcome(ImportCounts Counts, PolicyLife? Life, Error? Problem)
{
    public bool IsAdded => Counts.Added > 0;

    public bool IsUpdated => Counts.Updated > 0;

    public static RowOutcome Added(PolicyLife life) => new(new ImportCounts { Added = 1 }, life, null);

    public static RowOutcome Updated(PolicyLife life) => new(new ImportCounts { Updated = 1 }, life, null);

    public static RowOutcome Unchanged(PolicyLife life) => new(new ImportCounts { Unchanged = 1 }, life, null);

    public static RowOutcome Refused(Error problem) => new(new ImportCounts { Refused = 1 }, null, problem);
}
