using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;

namespace Portal.Identity.Tests.Storage;

public sealed class MigrationTests(Servers servers)
{
    [Fact]
    public async Task Clients_of_the_first_version_keep_their_secrets()
    {
        var surroundings = await Surroundings.CreateAsync(servers);
        const string Secret = "a secret that was given out before, long ago";
        var scope = new AgencyScope(new HttpContextAccessor());
        await using (var db = new IdentityDb(new DbContextOptionsBuilder<IdentityDb>().UseNpgsql(surroundings.Database).Options, scope))
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into api_clients ("Id", "Kind", "AgencyId", "Scopes", "Secret")
                values ('old-partner', 'Partner', {IdentityHost.DemoAgency}, {new[] { "policies.read" }}, {SecretHash.Of(Secret)})
                """,
                TestContext.Current.CancellationToken);
        }

        await using var host = await IdentityHost.StartAsync(surroundings);

        await host.TokenAsync("old-partner", Secret);
        var client = await new PartnerAdmin(host, IdentityHost.DemoAgency).ReadAsync("old-partner");
        Assert.Equal("old-partner", client.GetProperty("name").GetString());
        Assert.Equal("secret", client.GetProperty("authentication").GetString());
        Assert.Equal(1, client.GetProperty("secrets").GetArrayLength());
    }
}
