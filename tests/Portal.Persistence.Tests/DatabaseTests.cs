using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Persistence.Tests;

public sealed class DatabaseTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Replicas_that_start_together_create_and_migrate_the_database_once()
    {
        var database = fixture.MissingDatabase();
        var replicas = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => TestService.StartAsync(database, fixture.Broker)));

        foreach (var replica in replicas)
        {
            Assert.Empty(await replica.AskAsync(db => db.Entries.ToListAsync(TestService.Token)));
            var health = await replica.Services.GetRequiredService<HealthCheckService>()
                .CheckHealthAsync(TestService.Token);
            Assert.Equal(HealthStatus.Healthy, health.Status);
            Assert.Contains("ledger", health.Entries.Keys);
            Assert.Contains("masstransit-bus", health.Entries.Keys);
            await replica.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using var server = NpgsqlDataSource.Create(fixture.Database);
        await using var drop = server.CreateCommand($"drop database \"{name}\" with (force)");
        await drop.ExecuteNonQueryAsync(TestService.Token);
    }

    [Fact]
    public async Task A_scope_sees_its_agency_alone_and_nothing_before_it_is_told_which()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);
        var (mine, theirs) = (Guid.NewGuid(), Guid.NewGuid());
        await service.ChangeAsync(db => db.Entries.AddRange(
            new Entry { AgencyId = mine, Text = "mine" }, new Entry { AgencyId = theirs, Text = "theirs" }));

        Assert.Empty(await TextsAsync(service, _ => { }));
        Assert.Equal(["mine"], await TextsAsync(service, scope => scope.BindTo(mine)));
        Assert.Equal(["theirs"], await TextsAsync(service, scope => scope.BindTo(theirs)));
        Assert.Equal(["mine", "theirs"], await TextsAsync(service, scope => scope.Unbind()));
    }

    [Fact]
    public async Task A_request_sees_the_agency_of_its_token()
    {
        await using var service = await TestService.StartAsync(fixture.Database, fixture.Broker);
        var mine = Guid.NewGuid();
        await service.ChangeAsync(db => db.Entries.AddRange(
            new Entry { AgencyId = mine, Text = "mine" }, new Entry { AgencyId = Guid.NewGuid(), Text = "theirs" }));
        var requests = service.Services.GetRequiredService<IHttpContextAccessor>();
        requests.HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(PortalClaims.Agency, mine.ToString())], "test")),
        };

        Assert.Equal(["mine"], await TextsAsync(service, _ => { }));
        requests.HttpContext = new DefaultHttpContext();
        Assert.Empty(await TextsAsync(service, _ => { }));
    }

    private static async Task<List<string>> TextsAsync(TestService service, Action<AgencyScope> bind)
    {
        await using var scope = service.Services.CreateAsyncScope();
        bind(scope.ServiceProvider.GetRequiredService<AgencyScope>());
        return await scope.ServiceProvider.GetRequiredService<Ledger>().Entries
            .Where(entry => entry.Text == "mine" || entry.Text == "theirs")
            .Select(entry => entry.Text).Order().Distinct().ToListAsync(TestService.Token);
    }
}
