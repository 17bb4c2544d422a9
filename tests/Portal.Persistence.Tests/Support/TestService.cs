using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Auditing;
using Portal.Contracts.Certificates;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Bus;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests.Support;

/// <summary>One replica of a service that has the ledger's database, the bus, or both.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly IHost _host;

    private TestService(IHost host) => _host = host;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public IServiceProvider Services => _host.Services;

    /// <summary>What the service's consumers received.</summary>
    public MessageLog Received => _host.Services.GetRequiredService<MessageLog>();

    /// <summary>Starts a replica.</summary>
    /// <param name="database">Connection string of the ledger; null for a service without one.</param>
    /// <param name="broker">AMQP URI.</param>
    /// <param name="name">Name of the service; the prefix of its queues.</param>
    /// <param name="consumers">Adds its consumers.</param>
    /// <param name="settings">Further settings, such as <c>Bus:Redelivery:0</c>.</param>
    public static async Task<TestService> StartAsync(
        string? database,
        string broker,
        string name = "ledger",
        Action<IBusRegistrationConfigurator>? consumers = null,
        params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker;
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddSingleton<MessageLog>();
        if (database is not null)
        {
            builder.Configuration["ConnectionStrings:ledger"] = database;
            builder.AddPortalDatabase<Ledger>("ledger");
            builder.AddAuditing("ledger");
        }

        builder.AddPortalBus(name, consumers ?? (_ => { }));
        var host = builder.Build();
        await host.StartAsync(Token);
        return new TestService(host);
    }

    /// <summary>Changes the ledger in one transaction.</summary>
    public async Task ChangeAsync(Action<Ledger> change)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Ledger>();
        change(db);
        await db.SaveChangesAsync(Token);
    }

    /// <summary>Asks the ledger.</summary>
    public async Task<T> AskAsync<T>(Func<Ledger, Task<T>> question)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<Ledger>());
    }

    /// <summary>Runs SQL of a test's own, such as what makes a transaction fail.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = _host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    /// <summary>Waits until the relays have sent everything.</summary>
    public Task UntilOutboxIsEmptyAsync() =>
        Eventually.TrueAsync(
            async () => !await AskAsync(db => db.Set<OutboxMessage>().AnyAsync(Token)),
            TestService.Token,
            "the outbox to be empty");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    /// <summary>An event that carries a number within a sequence.</summary>
    public static DistributionStarted Numbered(int number, Guid sequence = default) => new()
    {
        DistributionId = sequence,
        AgencyId = Guid.CreateVersion7(),
        AccountId = Guid.CreateVersion7(),
        Total = number,
        OccurredAt = DateTimeOffset.UtcNow,
    };
}
