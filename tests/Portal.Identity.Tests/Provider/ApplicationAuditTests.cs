using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Tests.Support;
using Portal.Testing.Tokens;

namespace Portal.Identity.Tests.Provider;

/// <summary>
/// What an admin does to partner clients stands in the agency's trail, and what fails or changes nothing does not.
/// </summary>
public sealed class ApplicationAuditTests : IClassFixture<RunningIdentity>
{
    private readonly RunningIdentity _running;
    private readonly Guid _agency = Guid.CreateVersion7();
    private readonly PartnerAdmin _admin;

    public ApplicationAuditTests(RunningIdentity running)
    {
        _running = running;
        _admin = new PartnerAdmin(running.Host, _agency);
    }

    [Fact]
    public async Task Every_act_on_a_partner_stands_in_the_trail_with_who_did_it()
    {
        var (id, secret) = await _admin.CreateAsync("policies.read");
        await ChangeAsync(id, new { name = "Renamed" });
        await ChangeAsync(id, new { disabled = true });
        await ChangeAsync(id, new { disabled = false, scopes = new[] { "policies.read", "clients.read" } });
        var (secretId, other) = await _admin.AddSecretAsync(id);
        using var removed = await _admin.SendAsync(HttpMethod.Delete, $"/{id}/secrets/{secretId}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);

        var trail = await TrailAsync();

        Assert.Equal(
            [
                ("application.added", "Some partner: policies.read"),
                ("application.changed", "Renamed: policies.read"),
                ("application.disabled", "Renamed: policies.read"),
                ("application.changed", "Renamed: policies.read clients.read"),
                ("application.enabled", "Renamed: policies.read clients.read"),
                ("application.secret-added", $"Renamed: secret {secretId}"),
                ("application.secret-removed", $"Renamed: secret {secretId}"),
            ],
            trail.Select(one => (one.Action, one.Fact.Detail!)));
        Assert.All(
            trail,
            one => Assert.Equal(
                (id, "admin", AuditOutcome.Done), (one.Fact.Target, one.Fact.ActorRole, one.Fact.Outcome)));
        Assert.All(trail, one => Assert.NotNull(one.ActorId));
        var told = JsonSerializer.Serialize(trail.Select(one => one.Fact));
        Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.DoesNotContain(other, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_set_stand_in_it_by_their_ids()
    {
        using var key = new TestKey();

        var id = await _admin.CreateWithKeyAsync(key);

        var set = (await TrailAsync())[^1];
        Assert.Equal(
            ("application.keys-set", id, $"Key partner: {key.Public.Kid}"),
            (set.Action, set.Fact.Target, set.Fact.Detail));
    }

    [Fact]
    public async Task What_is_refused_or_changes_nothing_stands_nowhere()
    {
        var (id, _) = await _admin.CreateAsync("policies.read");
        await _admin.AddSecretAsync(id);
        var before = (await TrailAsync()).Count;

        await ChangeAsync(id, new { name = "Some partner", scopes = new[] { "policies.read" }, disabled = false });
        using var third = await _admin.SendAsync(HttpMethod.Post, $"/{id}/secrets", new { });
        using var unknown = await _admin.SendAsync(HttpMethod.Delete, $"/{id}/secrets/{Guid.CreateVersion7()}");
        using var key = new TestKey();
        using var keys = await _admin.SendAsync(HttpMethod.Put, $"/{id}/keys", new { keys = new[] { key.Public } });

        await third.ProblemAsync(HttpStatusCode.Conflict, "too-many-secrets");
        await unknown.ProblemAsync(HttpStatusCode.NotFound, "secret-not-found");
        Assert.Equal(HttpStatusCode.Conflict, keys.StatusCode);
        Assert.Equal(before, (await TrailAsync()).Count);
    }

    private async Task ChangeAsync(string id, object body)
    {
        using var changed = await _admin.SendAsync(HttpMethod.Patch, $"/{id}", body);
        await changed.ReadAsync<ApplicationResponse>();
    }

    private Task<List<AuditEntry>> TrailAsync() => _running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
        .Where(one => one.AgencyId == _agency).OrderBy(one => one.Number).ToListAsync());
}
