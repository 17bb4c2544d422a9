using Portal.Policies.Csv;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Integration;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.RunImportStage;

/// <summary>Checks the policies and, unless in a dry run, adds and corrects them.</summary>
internal sealed class PolicyStage(PolicyDb db, RowLocks locks, PolicyRowImporter policyRows, TimeProvider time)
{
    public async Task RunAsync(Import import, CancellationToken cancellationToken)
    {
        var rows = await policyRows.ReadAsync(import, cancellationToken);
        if (!import.DryRun)
        {
            await locks.AccountsOfAsync(import.AgencyId, rows.Good.Select(row => row.ClientRef), cancellationToken);
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        var refused = new Dictionary<int, Error>();
        var accepted = new ImportCounts();
        await foreach (var (clients, outcomes) in policyRows.EnterAsync(import, rows, cancellationToken))
        {
            known.UnionWith(clients.Keys);
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
                Store(outcomes.Select(entered => entered.Outcome), EventAuthor.Of(import.Requester));
                await db.WriteAsync(import, cancellationToken);
            }
        }

        var checkedRows = rows.Checked((row, policy) =>
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
        await db.WriteProblemsAsync(import.Id, checkedRows.Problems, cancellationToken);
        import.TakePolicies(accepted with { Refused = checkedRows.Refused });
    }

    private void Store(IEnumerable<RowOutcome> outcomes, EventAuthor author)
    {
        var now = time.GetUtcNow();
        foreach (var outcome in outcomes)
        {
            if (outcome.IsAdded)
            {
                db.Policies.Add(outcome.Life!.Policy);
                db.Record(outcome.Life.Policy, author);
                db.EnqueueAdded(outcome.Life.Policy, now);
            }
            else if (outcome.IsUpdated)
            {
                db.Record(outcome.Life!.Policy, author);
                db.EnqueueChanged(outcome.Life.Policy, now);
            }
        }
    }
}
