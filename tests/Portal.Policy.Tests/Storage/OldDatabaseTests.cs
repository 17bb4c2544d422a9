using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Features.Policies;
using Portal.Policies.Storage;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Storage;

/// <summary>A database from before policies had events opens, and its policies answer the same.</summary>
public sealed class OldDatabaseTests(Servers servers)
{
    private const string Before = "20261129062928_Initial";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policies_on_record_are_told_as_events_and_answer_as_before()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);
        using var partner = service.PartnerOf(Guid.CreateVersion7());
        await partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
            },
            Stop);
        var ids = (await AnswersAsync(partner)).ToDictionary(policy => policy.Number, policy => policy.Id);
        await partner.ChangeAsync(
            HttpMethod.Post,
            $"{ids["GL-1"]}/renewals",
            """{ "effective": "2027-07-01", "expiration": "2028-07-01" }""",
            Stop);
        await CancelAsync(partner, ids["AU-1"], "2026-11-01");
        var (answered, recorded) = (await AnswersAsync(partner), await EventsAsync(service));

        await MigrateAsync(service, Before);
        Assert.Equal(
            "0", await CountAsync(service, "select count(*) from policies where terms::text like '%Version%'"));
        await MigrateAsync(service, null);

        Assert.Equivalent(answered, await AnswersAsync(partner), strict: true);
        var told = await EventsAsync(service);
        Assert.Equal(
            recorded.Select(each => (each.PolicyId, each.Version, each.Kind, each.Effective, each.AccountId)),
            told.Select(each => (each.PolicyId, each.Version, each.Kind, each.Effective, each.AccountId)));
        Assert.Equal(recorded.Select(each => AsKept(each.Read().Event)), told.Select(each => each.Read().Event));
        Assert.All(told, each => Assert.Null(each.ActorId));
        await CancelAsync(partner, ids["GL-1"], "2027-12-01");
        Assert.Contains(
            await EventsAsync(service), each => each is { Version: 3, Kind: "cancelled", ActorId: not null });
    }

    [Fact]
    public async Task What_happened_is_never_changed_whoever_writes_to_the_database()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);

        string[] changes =
        [
            "update policy_events set reason = 'none'", "delete from policy_events", "truncate policy_events",
        ];
        foreach (var change in changes)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(service, change));
            Assert.Contains("record a correction", refused.MessageText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_without_its_event_is_not_saved()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);

        var forgotten = await Assert.ThrowsAsync<InvalidOperationException>(() => service.ReadAsync(db =>
        {
            db.Policies.Add(Some.PolicyLife().Policy);
            return db.SaveChangesAsync(Stop);
        }));

        Assert.Contains(nameof(PolicyEventLog), forgotten.Message, StringComparison.Ordinal);
    }

    // Who ended a policy and why was not asked then.
    private static PolicyEvent AsKept(PolicyEvent happened) =>
        happened is PolicyEvent.Cancelled cancelled ? cancelled with { By = null, Reason = null } : happened;

    private static Task CancelAsync(HttpClient partner, Guid policy, string asOf) => partner.ChangeAsync(
        HttpMethod.Post, $"{policy}/cancellations", Some.Cancellation(asOf), Stop);

    private static Task<IReadOnlyList<PolicyResponse>> AnswersAsync(HttpClient partner) =>
        partner.ItemsAsync<PolicyResponse>("/api/v1/policies", Stop);

    private static Task<List<StoredEvent>> EventsAsync(PolicyService service) => service.ReadAsync(
        db => db.PolicyEvents.AsNoTracking().OrderBy(each => each.PolicyId).ThenBy(each => each.Version)
            .ToListAsync(Stop));

    private static async Task MigrateAsync(PolicyService service, string? migration)
    {
        await using var source = new NpgsqlDataSourceBuilder(service.Database).EnableDynamicJson().Build();
        await using var db = new PolicyDb(
            new DbContextOptionsBuilder<PolicyDb>().UseNpgsql(source).UseSnakeCaseNamingConvention().Options,
            new AgencyScope(new HttpContextAccessor()));
        await db.GetService<IMigrator>().MigrateAsync(migration, Stop);
    }

    private static async Task<string> CountAsync(PolicyService service, string sql)
    {
        await using var source = NpgsqlDataSource.Create(service.Database);
        await using var command = source.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync(Stop)}";
    }
}
