using Portal.Policies.Domain.Imports;
using Portal.Policies.Messages;
using Portal.Policies.Storage;

namespace Portal.Policies.Features.RunImport;

/// <summary>Checks the policies and, unless in a dry run, adds and corrects them.</summary>
internal sealed class PolicyStage(PolicyDb db, RowLocks locks, PolicyEntries entries, TimeProvider clock)
{
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var rows = await entries.ReadAsync(import, cancellationToken);
        if (!import.DryRun)
        {
            await locks.AccountsOfAsync(import.AgencyId, rows.Good.Select(row => row.ClientRef), cancellationToken);
        }

        var (_, outcomes) = await entries.EnterAsync(import, rows, cancellationToken);
        if (!import.DryRun)
        {
            Store(outcomes);
        }

        db.ImportProblems.AddRange(rows.Problems.Select(problem => StoredProblem.Of(import.Id, problem)));
        var accepted = outcomes.Where(outcome => outcome.Problem is null)
            .Aggregate(new ImportCounts(), (sum, outcome) => sum + outcome.Counts);
        import.TakePolicies(accepted with { Refused = rows.Refused });
    }

    private void Store(IReadOnlyList<RowOutcome> outcomes)
    {
        var now = clock.GetUtcNow();
        foreach (var outcome in outcomes)
        {
            if (outcome.IsAdded)
            {
                db.Policies.Add(outcome.Policy!);
                db.EnqueueAdded(outcome.Policy!, now);
            }
            else if (outcome.IsUpdated)
            {
                db.EnqueueChanged(outcome.Policy!, now);
            }
        }
    }
}
