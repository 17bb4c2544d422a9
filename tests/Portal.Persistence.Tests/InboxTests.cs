using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Persistence.Inbox;
using Portal.Persistence.Tests.Support;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests;

public sealed class InboxTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Of_two_that_register_one_message_at_once_one_is_told_that_it_was_dealt_with()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);

        var first = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => RegisterAsync(service, "reader", "a", commit: true)));

        Assert.Single(first, registered => registered);
        Assert.True(await RegisterAsync(service, "other-reader", "a", commit: true));
        Assert.False(await RegisterAsync(service, "other-reader", "a", commit: true));
    }

    [Fact]
    public async Task What_was_rolled_back_is_registered_again()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);

        Assert.True(await RegisterAsync(service, "rolled-back", "a", commit: false));
        Assert.True(await RegisterAsync(service, "rolled-back", "a", commit: true));
    }

    [Fact]
    public async Task Registering_outside_a_transaction_is_refused()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => service.AskAsync(db => db.TryRegisterAsync("reader", "outside", TestService.Token)));
    }

    [Fact]
    public async Task Entries_are_forgotten_after_the_retention()
    {
        await using (var before = await TestService.StartAsync(fixture.Database, fixture.Broker))
        {
            await before.ExecuteAsync("""
                insert into inbox (consumer, key, registered_at)
                values ('retention', 'old', now() - interval '3 days'), ('retention', 'new', now())
                """);
        }

        await using var service = await TestService.StartAsync(
            fixture.Database, fixture.Broker, settings: ("Inbox:RetentionDays", "2"));

        await Eventually.TrueAsync(
            async () => await KeysAsync(service) is ["new"], TestService.Token, "the old entry to be forgotten");
    }

    private static Task<List<string>> KeysAsync(TestService service) => service.AskAsync(db =>
        db.Set<InboxEntry>().Where(e => e.Consumer == "retention").Select(e => e.Key).ToListAsync(TestService.Token));

    private static async Task<bool> RegisterAsync(TestService service, string consumer, string key, bool commit)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Ledger>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestService.Token);
        var registered = await db.TryRegisterAsync(consumer, key, TestService.Token);
        if (commit)
        {
            await transaction.CommitAsync(TestService.Token);
        }

        return registered;
    }
}
