using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Audit;

public sealed class TrailTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task Many_who_append_at_once_make_one_chain()
    {
        var trail = new TestAuditTrail(running);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => trail.AppendAsync(3)));

        var verification = await trail.VerifyAsync();
        Assert.Equal((true, 120), (verification.IsWhole, verification.Entries));
    }

    [Fact]
    public async Task An_empty_trail_is_whole()
    {
        var verification = await new TestAuditTrail(running).VerifyAsync();

        Assert.Equal((true, 0, null), (verification.IsWhole, verification.Entries, verification.LastHash));
    }

    [Fact]
    public async Task A_character_that_the_database_refuses_keeps_no_act_out_of_the_trail()
    {
        var trail = new TestAuditTrail(running);

        await trail.AppendAsync(trail.Fact(1) with
        {
            ActorId = "a\0b",
            ActorName = "half \ud83d",
            Target = "/api/v1/clients/\0",
            Detail = new string('x', 5000) + "\ud83d\ude00",
        });

        var stored = await running.Host.InDatabaseAsync(
            db => db.AuditEntries.AsNoTracking().SingleAsync(one => one.AgencyId == trail.AgencyId));
        Assert.Equal(
            ("a\ufffdb", "half \ufffd", "/api/v1/clients/\ufffd", 1000),
            (stored.ActorId, stored.Fact.ActorName, stored.Fact.Target, stored.Fact.Detail!.Length));
        Assert.True((await trail.VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_neither_entry_nor_gap()
    {
        var trail = await TestAuditTrail.OfAsync(running, 2);

        await running.Host.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(
                TestContext.Current.CancellationToken);
            db.Record(trail.Fact(3));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await trail.AppendAsync(1);

        var verification = await trail.VerifyAsync();
        Assert.Equal((true, 3), (verification.IsWhole, verification.Entries));
    }

    [Fact]
    public async Task A_change_that_fails_to_save_takes_its_entry_with_it_and_the_next_try_counts_once()
    {
        var trail = await TestAuditTrail.OfAsync(running, 1);
        var agency = await TestAgency.OpenAsync(running.Host);
        var client = await agency.ClientAsync();

        await running.Host.InDatabaseAsync(async db =>
        {
            var contact = new FurtherContact
            {
                AgencyId = agency.Id,
                AccountId = client.Id,
                Name = "X",
                Email = "x@y.example",
                HasAccess = true,
            };
            var again = new FurtherContact
            {
                AgencyId = agency.Id,
                AccountId = client.Id,
                Name = "X",
                Email = "x@y.example",
                HasAccess = true,
            };
            db.AddRange(contact, again);
            db.Record(trail.Fact(2));
            await Assert.ThrowsAsync<DbUpdateException>(
                () => db.SaveChangesAsync(TestContext.Current.CancellationToken));
            db.Entry(again).State = EntityState.Detached;
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var verification = await trail.VerifyAsync();
        Assert.Equal((true, 2), (verification.IsWhole, verification.Entries));
    }

    [Fact]
    public async Task The_command_names_each_agencys_trail_and_fails_where_one_is_broken()
    {
        var (whole, broken) = (await TestAuditTrail.OfAsync(running, 3), await TestAuditTrail.OfAsync(running, 4));
        var before = await RunAsync();
        await broken.TamperAsync("update audit_entries set action = 'x' where agency_id = $1 and number = 2");
        var after = await RunAsync();
        await broken.TamperAsync(
            "update audit_entries set action = fact ->> 'Action' where agency_id = $1 and number = 2");

        Assert.Equal(0, before.Code);
        Assert.Equal(1, after.Code);
        Assert.Contains($"{whole.AgencyId}: ok, 3 entries, last ", after.Output, StringComparison.Ordinal);
        Assert.Contains($"{broken.AgencyId}: BROKEN at entry 2. ", after.Output, StringComparison.Ordinal);
        Assert.Contains("harborlight: ok, ", after.Output, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output)> RunAsync()
    {
        await using var output = new StringWriter();
        var code = await VerifyAuditCommand.RunAsync(
            running.Host.Services, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
