using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Domain;

public sealed class ImportTests
{
    private static readonly ImportCounts One = new() { Added = 1 };

    [Fact]
    public void An_answer_counts_once_however_often_it_comes()
    {
        var import = Start();
        import.SendClients(refused: 2, batches: 2);

        Assert.True(import.TakeClients(2, One));
        Assert.False(import.TakeClients(2, One));
        Assert.Equal(ImportStage.ClientsSent, import.Stage);
        Assert.True(import.TakeClients(1, One));
        Assert.False(import.TakeClients(1, One));

        Assert.Equal(ImportStage.Policies, import.Stage);
        Assert.Equal(new ImportCounts { Added = 2, Refused = 2 }, import.Clients);
    }

    [Fact]
    public void An_answer_of_another_stage_changes_nothing()
    {
        var import = Start();
        import.SendClients(refused: 0, batches: 1);

        Assert.False(import.TakeHolders(1, One, Some.Now));

        Assert.Equal((ImportStage.ClientsSent, new ImportCounts()), (import.Stage, import.Holders));
    }

    [Fact]
    public void An_import_without_batches_goes_on_by_itself_and_ends()
    {
        var import = Start();
        import.SendClients(refused: 1, batches: 0);
        import.TakePolicies(One);
        import.SendHolders(refused: 0, batches: 0, Some.Now);

        Assert.Equal(
            (ImportStatus.Finished, ImportStage.Done, Some.Now), (import.State, import.Stage, import.FinishedAt));
    }

    [Fact]
    public void A_stage_out_of_turn_fails_loudly()
    {
        var import = Start();

        Assert.Throws<InvalidOperationException>(() => import.TakePolicies(One));
    }

    private static Import Start() =>
        Import.Start(
            new AgencyId(Guid.CreateVersion7()),
            dryRun: false,
            new ImportRequester { Id = "somebody", Role = "partner" },
            Some.Now);
}
