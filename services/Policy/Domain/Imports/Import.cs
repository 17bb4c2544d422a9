using Portal.Policies.Domain.Accounts;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Domain.Imports;

/// <summary>
/// One import on its way through its stages. Every step is taken once, also where messages come twice or late: a step
/// that does not fit the stage, or an answer that is not awaited, changes nothing.
/// </summary>
internal sealed class Import : IOwnedByAgency<AgencyId>
{
    private Import()
    {
    }

    public ImportId Id { get; private set; }

    public AgencyId AgencyId { get; private set; }

    public ImportStatus State { get; private set; }

    public ImportStage Stage { get; private set; }

    /// <summary>Only answer what would happen.</summary>
    public bool DryRun { get; private set; }

    public ImportRequester Requester { get; private set; } = null!;

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public ImportCounts Clients { get; private set; } = new();

    public ImportCounts Policies { get; private set; } = new();

    public ImportCounts Holders { get; private set; } = new();

    /// <summary>Numbers of the batches that were sent in this stage and are not answered yet.</summary>
    public List<int> Awaited { get; private set; } = [];

    /// <summary>Whether the next stage waits for nothing but to be run.</summary>
    public bool IsReadyToRun => Stage is ImportStage.Clients or ImportStage.Policies or ImportStage.Holders;

    public static Import Start(AgencyId agency, bool dryRun, ImportRequester requester, DateTimeOffset now) => new()
    {
        Id = ImportId.New(),
        AgencyId = agency,
        DryRun = dryRun,
        Requester = requester,
        RequestedAt = now,
    };

    /// <summary>A file can't be read, so that nothing is imported.</summary>
    public void Fail(DateTimeOffset now)
    {
        Expect(ImportStage.Clients);
        (State, Stage, FinishedAt) = (ImportStatus.Failed, ImportStage.Done, now);
    }

    /// <summary>The clients were checked and sent in so many batches.</summary>
    public void SendClients(int refused, int batches)
    {
        Expect(ImportStage.Clients);
        Clients += new ImportCounts { Refused = refused };
        Await(batches, ImportStage.ClientsSent, ImportStage.Policies);
    }

    /// <summary>A batch of clients was answered; false when it is not awaited (any more).</summary>
    public bool TakeClients(int batch, ImportCounts counts)
    {
        if (!Take(ImportStage.ClientsSent, batch, ImportStage.Policies))
        {
            return false;
        }

        Clients += counts;
        return true;
    }

    /// <summary>The policies were checked and, unless in a dry run, added.</summary>
    public void TakePolicies(ImportCounts counts)
    {
        Expect(ImportStage.Policies);
        Policies += counts;
        Stage = ImportStage.Holders;
    }

    /// <summary>The holders were checked and sent in so many batches.</summary>
    public void SendHolders(int refused, int batches, DateTimeOffset now)
    {
        Expect(ImportStage.Holders);
        Holders += new ImportCounts { Refused = refused };
        Await(batches, ImportStage.HoldersSent, ImportStage.Done);
        FinishIfDone(now);
    }

    /// <summary>A batch of holders was answered; false when it is not awaited (any more).</summary>
    public bool TakeHolders(int batch, ImportCounts counts, DateTimeOffset now)
    {
        if (!Take(ImportStage.HoldersSent, batch, ImportStage.Done))
        {
            return false;
        }

        Holders += counts;
        FinishIfDone(now);
        return true;
    }

    private void Await(int batches, ImportStage sent, ImportStage next)
    {
        Awaited = [.. Enumerable.Range(1, batches)];
        Stage = batches > 0 ? sent : next;
    }

    private bool Take(ImportStage stage, int batch, ImportStage next)
    {
        if (Stage != stage || !Awaited.Contains(batch))
        {
            return false;
        }

        Awaited = [.. Awaited.Where(awaited => awaited != batch)];
        Stage = Awaited.Count > 0 ? stage : next;
        return true;
    }

    private void FinishIfDone(DateTimeOffset now)
    {
        if (Stage == ImportStage.Done)
        {
            (State, FinishedAt) = (ImportStatus.Finished, now);
        }
    }

    private void Expect(ImportStage stage)
    {
        if (Stage != stage)
        {
            throw new InvalidOperationException($"Import {Id} is at {Stage}, not at {stage}.");
        }
    }
}
