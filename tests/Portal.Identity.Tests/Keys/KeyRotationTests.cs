using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Features.Agencies.GetAgency;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Waiting;

namespace Portal.Identity.Tests.Keys;

public sealed class KeyRotationTests(Servers servers) : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private IdentityEnvironment _surroundings = null!;
    private IdentityHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _surroundings = await IdentityEnvironment.CreateAsync(servers) with { Clock = _clock };
        _host = await IdentityHost.StartAsync(_surroundings);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_key_is_published_before_it_signs_and_after_it_and_then_removed_with_its_private_half()
    {
        var first = Assert.Single(await PublishedAsync());

        _clock.Now += TimeSpan.FromDays(30) - KeyRotation.Notice - TimeSpan.FromSeconds(1);
        Assert.Equal(first, await RotateAsync());
        Assert.Equal([first], await PublishedAsync());

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(first, await RotateAsync());
        var second = Assert.Single(await PublishedAsync(), key => key != first);

        _clock.Now += KeyRotation.Notice - TimeSpan.FromSeconds(1);
        Assert.Equal(first, await RotateAsync());
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(second, await RotateAsync());
        Assert.Equal(2, (await PublishedAsync()).Count);

        // The last replica's last token, the difference of clocks, and the time until every replica has changed.
        _clock.Now += TimeSpan.FromMinutes(16.5) - TimeSpan.FromSeconds(1);
        await RotateAsync();
        Assert.Equal(2, (await PublishedAsync()).Count);
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(second, await RotateAsync());
        Assert.Equal([second], await PublishedAsync());
        Assert.Equal(second, (await _host.InDatabaseAsync(db => db.SigningKeys.SingleAsync())).Id);
    }

    [Fact]
    public async Task A_replica_that_slept_through_everything_rotates_with_the_same_care()
    {
        var first = Assert.Single(await PublishedAsync());
        _clock.Now += TimeSpan.FromDays(400);

        Assert.Equal(first, await RotateAsync());

        Assert.Equal(2, (await PublishedAsync()).Count);
    }

    [Fact]
    public async Task Replicas_that_rotate_at_once_make_one_key()
    {
        _clock.Now += TimeSpan.FromDays(30);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RotateAsync()));
        Assert.Equal(2, (await PublishedAsync()).Count);

        _clock.Now += KeyRotation.Notice;
        var current = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RotateAsync()));

        Assert.Single(current.Distinct());
        Assert.Single(await _host.InDatabaseAsync(db => db.SigningKeys.Where(key => key.IsCurrent).ToListAsync()));
    }

    [Fact]
    public async Task The_command_begins_one_rotation_however_often_it_is_given()
    {
        var first = Assert.Single(await PublishedAsync());
        using var output = new StringWriter();
        await CommandAsync(output);
        await CommandAsync(output);

        var coming = Assert.Single(await PublishedAsync(), key => key != first);
        Assert.Equal(2, output.ToString().Split(coming).Length - 1);
        Assert.Equal(first, await RotateAsync());
        _clock.Now += KeyRotation.Notice;
        Assert.Equal(coming, await RotateAsync());
    }

    [Fact]
    public async Task Every_replica_signs_with_the_current_key_within_a_minute_and_each_takes_the_other_s_tokens()
    {
        await using var other = await IdentityHost.StartAsync(_surroundings);
        var before = await _host.PartnerTokenAsync();
        using var output = new StringWriter();
        await CommandAsync(output);
        _clock.Now += KeyRotation.Notice;

        var (mine, theirs) = await Eventually.GetAsync(
            async () => (await _host.PartnerTokenAsync(), await other.PartnerTokenAsync()),
            tokens => KeyOf(tokens.Item1) != KeyOf(before) && KeyOf(tokens.Item2) != KeyOf(before),
            TestContext.Current.CancellationToken,
            "both replicas to sign with the new key",
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMilliseconds(500));

        Assert.Equal(KeyOf(mine), KeyOf(theirs));
        await other.ReadAsync<AgencyResponse>("/api/v1/agency", mine);
        await _host.ReadAsync<AgencyResponse>("/api/v1/agency", theirs);
    }

    private static string KeyOf(string token) => Outcome.HeaderOf(token).Kid;

    private async Task<List<string?>> PublishedAsync() =>
        [.. (await _host.ReadAsync<JsonWebKeySet>("/.well-known/jwks.json")).Keys.Select(key => key.Kid)];

    /// <summary>What a replica does twice a minute; answers the key that it would sign with.</summary>
    private Task<string> RotateAsync() => _host.InScopeAsync(async services =>
    {
        await using var transaction = await services.GetRequiredService<IdentityDb>().Database.BeginTransactionAsync();
        var current = await services.GetRequiredService<KeyRotation>().RunAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync();
        return current.Id;
    });

    private async Task CommandAsync(TextWriter output) => await _host.InScopeAsync(async services =>
    {
        await RotateKeysCommand.RunAsync(services, output, TestContext.Current.CancellationToken);
        return true;
    });
}
