using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Persistence.Database;
using Portal.Persistence.Tests.Support;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Bus;
using Portal.Testing;
using Portal.Testing.Waiting;

namespace Portal.Persistence.Tests;

/// <summary>What a caller is told while the database is away.</summary>
public sealed class DatabaseOutageTests(LedgerFixture fixture) : IClassFixture<LedgerFixture>
{
    [Fact]
    public async Task Requests_are_answered_with_503_while_the_database_is_away_and_as_ever_once_it_is_back()
    {
        await using var line = FlakyTcpProxy.ToDatabase(fixture.Database, out var through);
        await using var service = await StartAsync(through);
        using var caller = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
        Assert.Equal(0, await caller.GetFromJsonAsync<int>("/entries", TestService.Token));

        await line.CutAsync();
        // The first meets a connection that broke, the second can open none.
        await AssertUnavailableAsync(await caller.GetAsync("/entries", TestService.Token));
        await AssertUnavailableAsync(await caller.GetAsync("/entries", TestService.Token));
        await AssertUnavailableAsync(await caller.PostAsync("/entries", content: null, TestService.Token));

        line.Mend();
        await Eventually.TrueAsync(
            async () => (
                await caller.GetAsync(
                    "/entries",
                    TestService.Token)).IsSuccessStatusCode, TestService.Token, "the database to be there again");
        Assert.Equal(0, await caller.GetFromJsonAsync<int>("/entries", TestService.Token));
    }

    [Fact]
    public async Task A_statement_that_the_database_refuses_is_no_outage()
    {
        await using var service = await StartAsync(fixture.Database);
        using var caller = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };

        using var answer = await caller.GetAsync("/mistake", TestService.Token);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown)]
    [InlineData(PostgresErrorCodes.CrashShutdown)]
    [InlineData(PostgresErrorCodes.CannotConnectNow)]
    [InlineData(PostgresErrorCodes.TooManyConnections)]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    public void A_server_that_stops_starts_or_is_too_busy_is_one_however_deep_the_exception_lies(string state)
    {
        var refused = new PostgresException("refused", "FATAL", "FATAL", state);
        var found = new InvalidOperationException("transient", new DbUpdateException("not saved", refused))
            .OfDatabase();
        Assert.Same(refused, found);
        Assert.True(refused.IsTransient);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation)]
    [InlineData(PostgresErrorCodes.UndefinedTable)]
    [InlineData(PostgresErrorCodes.InvalidPassword)]
    public void What_trying_again_does_not_mend_is_none(string state) =>
        Assert.False(
            new DbUpdateException(
                "not saved", new PostgresException("refused", "ERROR", "ERROR", state)).OfDatabase()!.IsTransient);

    [Fact]
    public void Other_failures_are_none_of_the_database() =>
        Assert.Null(new InvalidOperationException("mistaken", new HttpRequestException("away")).OfDatabase());

    private async Task<WebApplication> StartAsync(string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("urls", "http://127.0.0.1:0"), new("Identity:Issuer", "https://portal.example"), new(
                "services:identity:http:0", "http://127.0.0.1:9"),
            new("ConnectionStrings:ledger", database), new("ConnectionStrings:rabbitmq", fixture.Broker),
        ]);
        builder.AddHostDefaults();
        builder.AddPortalDatabase<Ledger>("ledger");
        builder.AddPortalBus("away", _ => { });
        var service = builder.Build();
        service.UseHostDefaults();
        var open = service.MapGroup("").AllowAnonymous();
        open.MapGet("/entries", (Ledger db) => db.Entries.IgnoreQueryFilters([AgencyScope.Filter]).CountAsync());
        open.MapPost("/entries", async (Ledger db) =>
        {
            db.Entries.Add(new Entry { AgencyId = Guid.NewGuid(), Text = "lost" });
            await db.SaveChangesAsync();
        });
        open.MapGet("/mistake", (Ledger db) => db.Database.ExecuteSqlRawAsync("select * from missing"));
        await service.StartAsync(TestService.Token);
        return service;
    }

    private static async Task AssertUnavailableAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestService.Token);
            Assert.Equal("database-unavailable", problem.GetProperty("code").GetString());
            Assert.Contains("try again", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }
}
