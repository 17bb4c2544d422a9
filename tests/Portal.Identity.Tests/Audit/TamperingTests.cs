using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Audit;

/// <summary>Whoever owns the database, but not the key, changes the trail: the verification names the place.</summary>
public sealed class TamperingTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Entry3 = "where agency_id = $1 and number = 3";

    private TestAuditTrail _trail = null!;

    public async ValueTask InitializeAsync() => _trail = await TestAuditTrail.OfAsync(running, 5);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_trail_that_nobody_touched_is_whole()
    {
        var verdict = await _trail.VerifyAsync();

        Assert.Equal((true, 5), (verdict.IsWhole, verdict.Entries));
        var last = await running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .SingleAsync(one => one.AgencyId == _trail.AgencyId && one.Number == 5));
        Assert.Equal(last.Hash, verdict.LastHash);
    }

    [Theory]
    [InlineData("agency_id = gen_random_uuid()")]
    [InlineData("number = 30")]
    [InlineData("account_id = gen_random_uuid()")]
    [InlineData("account_id = null")]
    [InlineData("actor_id = 'somebody-else'")]
    [InlineData("actor_id = null")]
    [InlineData("delegation_id = null")]
    [InlineData("action = 'policy.ReadPolicy'")]
    [InlineData("at = at - interval '1 microsecond'")]
    [InlineData("search_text = ''")]
    [InlineData("search_text = search_text || 'x'")]
    [InlineData("hash = set_byte(hash, 31, get_byte(hash, 31) # 1)")]
    [InlineData("hash = '\\x'")]
    [InlineData("fact = '{}'")]
    [InlineData("fact = '[]'")]
    [InlineData("fact = 'null'")]
    [InlineData("fact = fact || '{\"Note\": \"added\"}'")]
    [InlineData("fact = fact || '{\"Outcome\": \"Lost\"}'")]
    public async Task A_changed_column_is_noticed(string change)
    {
        Assert.Equal(1, await _trail.TamperAsync($"update audit_entries set {change} {Entry3}"));

        AssertBroken(3, 2, await _trail.VerifyAsync());
    }

    [Theory]
    [InlineData(nameof(AuditFact.AgencyId), "\"01989f3e-5c00-7a11-9b3e-000000000000\"")]
    [InlineData(nameof(AuditFact.AccountId), "\"01989f3e-5c00-7a11-9b3e-000000000000\"")]
    [InlineData(nameof(AuditFact.ActorId), "\"somebody-else\"")]
    [InlineData(nameof(AuditFact.ActorName), "\"Somebody Else\"")]
    [InlineData(nameof(AuditFact.ActorRole), "\"insured\"")]
    [InlineData(nameof(AuditFact.OnBehalfOf), "null")]
    [InlineData(nameof(AuditFact.DelegationId), "null")]
    [InlineData(nameof(AuditFact.SessionId), "null")]
    [InlineData(nameof(AuditFact.Action), "\"policy.ReadPolicy\"")]
    [InlineData(nameof(AuditFact.Target), "\"/api/v1/policies/elsewhere\"")]
    [InlineData(nameof(AuditFact.Outcome), "\"Refused\"")]
    [InlineData(nameof(AuditFact.Detail), "null")]
    [InlineData(nameof(AuditFact.From), "\"198.51.100.1\"")]
    [InlineData(nameof(AuditFact.At), "\"2020-01-01T00:00:00+00:00\"")]
    public async Task A_changed_part_of_the_fact_is_noticed(string part, string value)
    {
        Assert.Equal(1, await _trail.TamperAsync(
            $"update audit_entries set fact = jsonb_set(fact, array['{part}'], '{value}') {Entry3}"));

        AssertBroken(3, 2, await _trail.VerifyAsync());
    }

    [Fact]
    public void Every_part_of_a_fact_is_tampered_with_above() => Assert.Equal(
        typeof(AuditFact).GetProperties().Select(part => part.Name).Order(StringComparer.Ordinal),
        typeof(TamperingTests).GetMethod(nameof(A_changed_part_of_the_fact_is_noticed))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>()
            .Select(data => (string)data.Data[0]!).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_part_that_is_moved_with_its_column_is_noticed_too()
    {
        await _trail.TamperAsync(
            $$"""update audit_entries set actor_id = 'other', fact = fact || '{"ActorId": "other"}' {{Entry3}}""");

        AssertBroken(3, 2, await _trail.VerifyAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_removed_entry_is_noticed(int number)
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1 and number = $2", (long)number);

        AssertBroken(number, number - 1, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task A_removed_entry_whose_gap_was_closed_is_noticed()
    {
        await _trail.TamperAsync($"delete from audit_entries {Entry3}");
        await _trail.TamperAsync("update audit_entries set number = 3 where agency_id = $1 and number = 4");
        await _trail.TamperAsync("update audit_entries set number = 4 where agency_id = $1 and number = 5");

        AssertBroken(3, 2, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task Entries_cut_off_at_the_end_are_noticed()
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1 and number >= 4");

        AssertBroken(4, 3, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task A_trail_that_is_gone_altogether_is_noticed()
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1");

        AssertBroken(1, 0, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task Going_on_after_entries_were_cut_off_does_not_hide_it()
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1 and number >= 4");
        await _trail.AppendAsync(2);

        AssertBroken(4, 3, await _trail.VerifyAsync());
    }

    [Theory]
    [InlineData("update audit_heads set entries = 3 where agency_id = $1")]
    [InlineData("delete from audit_heads where agency_id = $1")]
    public async Task Neither_does_a_head_that_was_changed_with_them(string change)
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1 and number >= 4");
        await _trail.TamperAsync(change);

        AssertBroken(4, 3, await _trail.VerifyAsync());
        await _trail.AppendAsync(3);
        AssertBroken(4, 3, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task The_head_of_another_agency_does_not_fit()
    {
        var other = await TestAuditTrail.OfAsync(running, 3);
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1 and number >= 4");
        await _trail.TamperAsync(
            "update audit_heads h set entries = o.entries, hash = o.hash, seal = o.seal from audit_heads o where "
            + "h.agency_id = $1 and o.agency_id = $2",
            other.AgencyId);

        AssertBroken(4, 3, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task Swapped_entries_are_noticed()
    {
        await _trail.TamperAsync(
            """
            update audit_entries set number = case number when 2 then 1003 else 1002 end where agency_id = $1 and number in (2, 3)
            """);
        await _trail.TamperAsync(
            "update audit_entries set number = number - 1000 where agency_id = $1 and number > 1000");

        AssertBroken(2, 1, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task An_entry_put_in_between_is_noticed()
    {
        await _trail.TamperAsync("update audit_entries set number = number + 1000 where agency_id = $1 and number > 2");
        await _trail.TamperAsync(
            "update audit_entries set number = number - 999 where agency_id = $1 and number > 1000");
        await InsertAsync(Forger.Append(await HashAsync(2), 3, _trail.Fact(99)));

        AssertBroken(3, 2, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task An_entry_put_at_the_end_is_noticed()
    {
        await InsertAsync(Forger.Append(await HashAsync(5), 6, _trail.Fact(99)));

        AssertBroken(6, 5, await _trail.VerifyAsync());
        await _trail.AppendAsync(1);
        AssertBroken(6, 5, await _trail.VerifyAsync());
    }

    [Fact]
    public async Task A_trail_that_is_written_anew_without_the_key_is_noticed_at_its_first_entry()
    {
        await _trail.TamperAsync("delete from audit_entries where agency_id = $1");
        var hash = AuditChain.Beginning;
        for (var number = 1; number <= 5; number++)
        {
            var entry = Forger.Append(hash, number, _trail.Fact(number));
            await InsertAsync(entry);
            hash = entry.Hash;
        }

        var head = Forger.Head(_trail.AgencyId, 5, hash);
        await _trail.TamperAsync(
            "update audit_heads set hash = $2, seal = $3 where agency_id = $1", head.Hash, head.Seal);

        AssertBroken(1, 0, await _trail.VerifyAsync());
    }

    [Theory]
    [InlineData("update audit_entries set action = 'x'")]
    [InlineData("update audit_entries set action = 'x' where false")]
    [InlineData("delete from audit_entries")]
    [InlineData("truncate audit_entries")]
    [InlineData("truncate audit_entries cascade")]
    [InlineData("delete from audit_heads")]
    [InlineData("truncate audit_heads")]
    [InlineData("update audit_heads set entries = entries - 1")]
    [InlineData("update audit_heads set hash = '\\x00'")]
    public async Task The_database_itself_refuses_to_change_the_trail(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => running.Host.InDatabaseAsync(db =>
            db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken)));

        Assert.Contains("audit trail", refusal.MessageText, StringComparison.Ordinal);
        Assert.True((await _trail.VerifyAsync()).IsWhole);
    }

    private static AuditChain Forger { get; } = new(RandomNumberGenerator.GetBytes(32));

    private static void AssertBroken(long at, long wholeBefore, AuditVerification verdict) =>
        Assert.Equal((false, at, wholeBefore), (verdict.IsWhole, verdict.BrokenAt, verdict.Entries));

    private Task<byte[]> HashAsync(long number) => running.Host.InDatabaseAsync(db => db.AuditEntries
        .Where(one => one.AgencyId == _trail.AgencyId && one.Number == number).Select(one => one.Hash).SingleAsync());

    private Task<int> InsertAsync(AuditEntry entry) => running.Host.InDatabaseAsync(db =>
    {
        db.Add(entry);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
