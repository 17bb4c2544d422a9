using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Messages;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

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

        var known = new HashSet<string>(StringComparer.Ordinal);
        var refused = new Dictionary<int, Error>();
        var accepted = new ImportCounts();
        await foreach (var (books, outcomes) in entries.EnterAsync(import, rows, cancellationToken))
        {
            known.UnionWith(books.Keys);
            foreach (var (line, outcome) in outcomes)
            {
                if (outcome.Problem is { } problem)
                {
                    refused.Add(line, problem);
                }
                else
                {
                    accepted += outcome.Counts;
                }
            }

            if (!import.DryRun)
            {
                Store(outcomes.Select(entered => entered.Outcome));
                await db.WriteAsync(import, cancellationToken);
            }
        }

        var judged = rows.Checked((row, policy) =>
        {
            if (!known.Contains(policy.ClientRef))
            {
                row.RefuseUnknownClient();
            }
            else if (refused.TryGetValue(row.Line, out var problem))
            {
                row.Refuse(PolicyColumns.Of(problem.Field!), problem.Detail);
            }
        });
        await db.WriteProblemsAsync(import.Id, judged.Problems, cancellationToken);
        import.TakePolicies(accepted with { Refused = judged.Refused });
    }

    private void Store(IEnumerable<RowOutcome> outcomes)
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
