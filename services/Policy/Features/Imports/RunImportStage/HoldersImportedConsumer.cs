using MassTransit;
using Portal.Contracts.Imports;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Takes Certificate's answer; the last one ends the import.</summary>
internal sealed class HoldersImportedConsumer(PolicyDb db, ImportLock imports, ImportMetrics metrics, TimeProvider time)
    : IConsumer<HoldersImported>
{
    public async Task Consume(ConsumeContext<HoldersImported> context)
    {
        var (answer, cancellationToken) = (context.Message, context.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var import = await imports.TakeAsync(new ImportId(answer.ImportId), cancellationToken);
        if (!import.TakeHolders(answer.Batch, CountsOf(answer), time.GetUtcNow()))
        {
            return;
        }

        db.ImportProblems.AddRange(answer.Problems.Select(problem => StoredProblem.Of(import.Id, problem)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Count(import);
    }

    private static ImportCounts CountsOf(HoldersImported answer) => new()
    {
        Added = answer.Added,
        Updated = answer.Updated,
        Unchanged = answer.Unchanged,
        Refused = answer.Problems.DistinctBy(problem => problem.Line).Count(),
    };
}
