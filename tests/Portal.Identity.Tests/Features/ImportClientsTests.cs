using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Accounts;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Clients;
using Portal.Identity.Features.Clients.ImportClients;
using Portal.Identity.Tests.Support;
using Portal.Testing.Waiting;

namespace Portal.Identity.Tests.Features;

public sealed class ImportClientsTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private const string Queue = "identity-import-clients";

    private readonly Guid _agency = Guid.CreateVersion7();

    [Fact]
    public async Task New_rows_become_accounts_that_everyone_is_told_of()
    {
        var row = Some.Row(Some.Ref()) with { Dba = "OBF" };

        var answer = await ImportAsync(Some.Order(_agency, row, Some.Row(Some.Ref(), "Schäfer Scaffolding Co.")));

        Assert.Equal((2, 0, 0), Counts(answer));
        Assert.Empty(answer.Problems);
        var client = answer.Clients.Single(one => one.ClientRef == row.ClientRef);
        Assert.Equal(1, client.Version);
        var changed = await ChangedAsync(client.AccountId, version: 1);
        Assert.Equal(
            (_agency, row.ClientRef, row.LegalName, row.Dba, row.ContactName, row.ContactEmail, row.ContactMobile),
            (
                changed.AgencyId,
                changed.ClientRef,
                changed.LegalName,
                changed.Dba,
                changed.ContactName,
                changed.ContactEmail,
                changed.ContactMobile));
        Assert.Equal(row.Address, changed.Address);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var rows = new[] { Some.Row(Some.Ref()), Some.Row(Some.Ref(), "Another LLC") };
        var first = await ImportAsync(Some.Order(_agency, rows));

        var second = await ImportAsync(Some.Order(_agency, rows));

        Assert.Equal((0, 0, 2), Counts(second));
        Assert.Equal(
            first.Clients.OrderBy(client => client.ClientRef), second.Clients.OrderBy(client => client.ClientRef));
        Assert.Equal(2, await ChangesAsync());
    }

    [Fact]
    public async Task A_changed_row_changes_the_account_and_its_version()
    {
        var row = Some.Row(Some.Ref());
        await ImportAsync(Some.Order(_agency, row));

        var answer = await ImportAsync(Some.Order(_agency, row with { Dba = "OBF", ContactName = "Yann O'Brien" }));

        Assert.Equal((0, 1, 0), Counts(answer));
        Assert.Empty(answer.Proposals);
        var client = Assert.Single(answer.Clients);
        Assert.Equal(2, client.Version);
        var changed = await ChangedAsync(client.AccountId, version: 2);
        Assert.Equal(("OBF", "Yann O'Brien"), (changed.Dba, changed.ContactName));
    }

    [Fact]
    public async Task The_same_order_delivered_again_is_answered_the_same_and_changes_nothing()
    {
        var row = Some.Row(Some.Ref());
        await ImportAsync(Some.Order(_agency, row with { LegalName = "Before LLC" }));
        var order = Some.Order(_agency, row);
        var first = await ImportAsync(order);
        var changes = await ChangesAsync();

        await running.Bus.SendAsync(order, Queue, TestContext.Current.CancellationToken);
        var second = await SecondAnswerAsync(order.ImportId);

        Assert.Equal((0, 1, 0), Counts(first));
        Assert.Equal((0, 1, 0), Counts(second));
        Assert.Equal(first.Clients, second.Clients);
        Assert.Equal(changes, await ChangesAsync());
    }

    [Fact]
    public async Task An_old_order_delivered_late_does_not_undo_what_came_after()
    {
        var row = Some.Row(Some.Ref());
        var old = Some.Order(_agency, row with { LegalName = "Old LLC" });
        await ImportAsync(old);
        await ImportAsync(Some.Order(_agency, row with { LegalName = "New LLC" }));

        await running.Bus.SendAsync(old, Queue, TestContext.Current.CancellationToken);
        var again = await SecondAnswerAsync(old.ImportId);

        Assert.Equal((1, 0, 0), Counts(again));
        Assert.Equal("New LLC", await NameOfAsync(row.ClientRef));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_happen_and_changes_nothing()
    {
        var known = Some.Row(Some.Ref());
        var imported = await ImportAsync(Some.Order(_agency, known));
        var order = Some.Order(
            _agency, known with { LegalName = "Renamed LLC" }, Some.Row(Some.Ref())) with
        { DryRun = true };

        var answer = await ImportAsync(order);

        Assert.Equal((1, 1, 0), Counts(answer));
        Assert.Equal(imported.Clients, answer.Clients);
        Assert.Equal("O'Brien Freight LLC", await NameOfAsync(known.ClientRef));
        Assert.Equal(
            1, await running.Host.InDatabaseAsync(db => db.Accounts.CountAsync(one => one.AgencyId == _agency)));
        Assert.Equal(1, await ChangesAsync());
    }

    [Fact]
    public async Task The_later_of_two_rows_of_one_client_wins()
    {
        var reference = Some.Ref();
        ClientRow[] rows =
        [
            Some.Row(reference, "First LLC"), Some.Row(Some.Ref()), Some.Row(reference, "Second LLC"),
            Some.Row(reference, "Second LLC"),
        ];

        var first = await ImportAsync(Some.Order(_agency, rows));
        var second = await ImportAsync(Some.Order(_agency, rows));

        Assert.Equal((2, 1, 1), Counts(first));
        Assert.Equal((0, 0, 4), Counts(second));
        Assert.Equal("Second LLC", await NameOfAsync(reference));
        Assert.Equal(2, await ChangesAsync());
    }

    [Fact]
    public async Task Two_agencies_may_use_the_same_reference()
    {
        var reference = Some.Ref();
        var other = Guid.CreateVersion7();

        var mine = await ImportAsync(Some.Order(_agency, Some.Row(reference, "Mine LLC")));
        var theirs = await ImportAsync(Some.Order(other, Some.Row(reference, "Theirs LLC")));

        Assert.Equal((1, 0, 0), Counts(theirs));
        Assert.NotEqual(mine.Clients[0].AccountId, theirs.Clients[0].AccountId);
    }

    [Fact]
    public async Task Orders_that_meet_on_a_client_make_one_account_of_it()
    {
        var row = Some.Row(Some.Ref());
        var orders = Enumerable.Range(0, 6).Select(_ => Some.Order(_agency, row)).ToList();

        var answers = await Task.WhenAll(orders.Select(ImportAsync));

        Assert.Equal(1, answers.Sum(answer => answer.Added));
        Assert.Equal(5, answers.Sum(answer => answer.Unchanged));
        Assert.Single(answers.SelectMany(answer => answer.Clients).Distinct());
        Assert.Equal(1, await ChangesAsync());
    }

    [Fact]
    public async Task A_large_file_comes_in_one_order()
    {
        var rows = Enumerable.Range(0, 5000).Select(number => Some.Row($"L{number}", $"Company {number} LLC"))
            .ToArray();

        var answer = await ImportAsync(Some.Order(_agency, rows));

        Assert.Equal((5000, 0, 0), Counts(answer));
        Assert.Equal(5000, answer.Clients.Length);
    }

    private static (int Added, int Updated, int Unchanged) Counts(ClientsImported answer) =>
        (answer.Added, answer.Updated, answer.Unchanged);

    private async Task<ClientsImported> ImportAsync(ImportClientsCommand order)
    {
        await running.Bus.SendAsync(order, Queue, TestContext.Current.CancellationToken);
        return await running.Bus.FirstAsync<ClientsImported>(
            answer => answer.ImportId == order.ImportId
                && answer.Batch == order.Batch, TestContext.Current.CancellationToken);
    }

    private async Task<ClientsImported> SecondAnswerAsync(Guid import)
    {
        var answers = await Eventually.GetAsync(
            () => running.Bus.Received<ClientsImported>().Where(answer => answer.ImportId == import).ToList(),
            answers => answers.Count == 2,
            TestContext.Current.CancellationToken);
        return answers[1];
    }

    private Task<AccountChanged> ChangedAsync(Guid account, long version) => running.Bus.FirstAsync<AccountChanged>(
        changed => changed.AccountId == account && changed.Version == version, TestContext.Current.CancellationToken);

    /// <summary>
    /// How often this test's agency had an account changed: counted once the outbox is empty and what it published
    /// before has arrived, which a last event behind it shows.
    /// </summary>
    private async Task<int> ChangesAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Eventually.TrueAsync(
            () => running.Host.InDatabaseAsync(db => db.Database
                .SqlQuery<bool>($"select not exists (select from outbox) as \"Value\"").SingleAsync(cancellationToken)),
            cancellationToken);

        var last = AccountMessages.Changed(
            Account.Open(
                Guid.CreateVersion7(),
                "last",
                ClientRows.Fold([Some.Row("last")])[0].Details,
                DateTimeOffset.UtcNow));
        await running.Bus.PublishAsync(last, cancellationToken);
        await running.Bus.FirstAsync<AccountChanged>(changed => changed.AgencyId == last.AgencyId, cancellationToken);
        return running.Bus.Received<AccountChanged>().Count(changed => changed.AgencyId == _agency);
    }

    private Task<string> NameOfAsync(string reference) => running.Host.InDatabaseAsync(async db =>
        (await db.Accounts.SingleAsync(
            one => one.AgencyId == _agency && one.ClientRef == reference)).Details.LegalName);
}
