using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Contracts.Agencies;
using Portal.Identity.Features.Agencies.GetAgency;
using Portal.Identity.Tests.Support;
using Portal.Testing;

namespace Portal.Identity.Tests.Seeding;

public sealed class SeedingTests(Servers servers)
{
    [Fact]
    public async Task Replicas_that_start_together_agree_on_one_key_and_one_demo()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);
        await using var bus = await environment.ListenAsync();
        var replicas = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => IdentityHost.StartAsync(environment)));

        var stored = await replicas[0].InDatabaseAsync(async db => (
            await db.SigningKeys.CountAsync(), await db.Agencies.CountAsync(), await db.Staff.CountAsync(),
            await db.Applications.CountAsync()));
        Assert.Equal((1, 1, 3, 3), stored);
        await bus.FirstAsync<AgencyChanged>(_ => true, TestContext.Current.CancellationToken);
        var token = await replicas[0].PartnerTokenAsync();
        foreach (var replica in replicas)
        {
            await replica.ReadAsync<AgencyResponse>("/api/v1/agency", token);
            await replica.DisposeAsync();
        }

        Assert.Single(bus.Received<AgencyChanged>());
    }

    [Fact]
    public async Task A_restart_changes_only_what_is_described_otherwise()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);
        await using var bus = await environment.ListenAsync();
        string token;
        await using (var first = await IdentityHost.StartAsync(environment))
        {
            token = await first.PartnerTokenAsync();
            await bus.FirstAsync<AgencyChanged>(changed => changed.Version == 1, TestContext.Current.CancellationToken);
        }

        await using (var second = await IdentityHost.StartAsync(environment))
        {
            await second.ReadAsync<AgencyResponse>("/api/v1/agency", token);
        }

        await using var third = await IdentityHost.StartAsync(
            environment, ("Demo:Agency:Phone", "(617) 555-0199"), (
                "Demo:PartnerClientSecret", IdentityHost.ServiceSecret));
        var changed = await bus.FirstAsync<AgencyChanged>(
            one => one.Version == 2, TestContext.Current.CancellationToken);

        Assert.Equal("(617) 555-0199", changed.Phone);
        Assert.Equal(2, bus.Received<AgencyChanged>().Count);
        await third.TokenAsync(IdentityHost.PartnerId, IdentityHost.ServiceSecret);
        using var old = await third.AskTokenAsync(
            IdentityHost.Basic(
                IdentityHost.PartnerId, IdentityHost.PartnerSecret), ("grant_type", "client_credentials"));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, old.StatusCode);
    }

    [Fact]
    public async Task Private_keys_lie_encrypted_and_open_under_their_own_protection_alone()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);
        await using (var identity = await IdentityHost.StartAsync(environment))
        {
            var stored = await identity.InDatabaseAsync(db => db.SigningKeys.SingleAsync());
            using var key = ECDsa.Create();
            Assert.ThrowsAny<CryptographicException>(() => key.ImportPkcs8PrivateKey(stored.PrivateKey, out _));
        }

        var stranger = environment with { KeyProtection = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => IdentityHost.StartAsync(stranger));
        Assert.Contains(
            "Identity__KeyProtection does not open the signing key", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("c2hvcnQ=")]
    public async Task Without_a_protection_key_nothing_starts(string? value)
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => IdentityHost.StartAsync(environment, ("Identity:KeyProtection", value)));
        Assert.Contains("openssl rand -base64 32", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ServiceClients:svc-unknown", "0123456789abcdef0123456789abcdef", "svc-unknown")]
    [InlineData("ServiceClients:svc-notification", "short", "at least 32")]
    [InlineData("Demo:PartnerClientSecret", "short", "at least 32")]
    public async Task A_client_that_is_unknown_or_has_a_weak_secret_stops_the_start(
        string setting, string value, string told)
    {
        var environment = await IdentityEnvironment.CreateAsync(servers);

        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => IdentityHost.StartAsync(environment, (setting, value)));
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }
}
