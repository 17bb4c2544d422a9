using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Audit.VerifyAudit;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Tests.Support;

/// <summary>An agency's trail, and an attacker who owns the database but not the key.</summary>
internal sealed class TestAuditTrail(RunningIdentity running)
{
    public Guid AgencyId { get; } = Guid.CreateVersion7();

    public Guid AccountId { get; } = Guid.CreateVersion7();

    public static async Task<TestAuditTrail> OfAsync(RunningIdentity running, int entries)
    {
        var trail = new TestAuditTrail(running);
        await trail.AppendAsync(entries);
        return trail;
    }

    public AuditFact Fact(int number) => new()
    {
        AgencyId = AgencyId,
        AccountId = AccountId,
        ActorId = "actor-1",
        ActorName = "Ada Agent",
        ActorRole = "agent",
        OnBehalfOf = AccountId.ToString(),
        DelegationId = Guid.Parse("01989f3e-5c00-7a11-9b3e-4a1de2c0a0d1"),
        SessionId = Guid.Parse("01989f3e-5c00-7a11-9b3e-4a1de2c0a0d2"),
        Action = "policy.RenewPolicy",
        Target = string.Create(CultureInfo.InvariantCulture, $"/api/v1/policies/{number}"),
        Outcome = AuditOutcome.Done,
        Detail = "as asked",
        From = "203.0.113.7",
        At = DateTimeOffset.UtcNow,
    };

    public Task AppendAsync(int entries) => AppendAsync([.. Enumerable.Range(0, entries).Select(Fact)]);

    public Task AppendAsync(params AuditFact[] facts) => running.Host.InDatabaseAsync(db =>
    {
        Array.ForEach(facts, db.Record);
        return db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public async Task<AuditVerification> VerifyAsync()
    {
        await using var scope = running.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await scope.ServiceProvider.GetRequiredService<AuditVerifier>()
            .VerifyAsync(AgencyId, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs SQL past every trigger, as a superuser can; <c>$1</c> is the agency.</summary>
    public async Task<int> TamperAsync(string sql, params object[] more)
    {
        await using var connection = new NpgsqlConnection(running.IdentityEnvironment.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using (var past = new NpgsqlCommand("set session_replication_role = replica", connection))
        {
            await past.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(AgencyId);
        foreach (var value in more)
        {
            command.Parameters.AddWithValue(value);
        }

        var changed = await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var back = new NpgsqlCommand("reset session_replication_role", connection);
        await back.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return changed;
    }
}
