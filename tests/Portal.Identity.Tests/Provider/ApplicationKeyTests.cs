using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;

namespace Portal.Identity.Tests.Provider;

public sealed class ApplicationKeyTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IDisposable
{
    private readonly PartnerAdmin _admin = new(running.Host, Guid.CreateVersion7());
    private readonly TestKey _key = new();
    private readonly TestKey _other = new();

    [Fact]
    public async Task Keys_are_replaced_as_a_whole_and_one_that_stays_keeps_its_history()
    {
        var id = await _admin.CreateWithKeyAsync(_key);
        var since = (await _admin.ReadAsync(id)).Keys[0].CreatedAt;

        using var both = await SetAsync(id, _key.Public, _other.Public);
        Assert.Equal(2, (await both.ReadAsync<ApplicationResponse>()).Keys.Count);
        using var one = await SetAsync(id, _key.Public);

        var kept = Assert.Single((await one.ReadAsync<ApplicationResponse>()).Keys);
        Assert.Equal((_key.Public.Kid, since), (kept.Kid, kept.CreatedAt));
    }

    [Fact]
    public async Task A_key_that_is_left_out_ends_the_clients_tokens_and_one_more_does_not()
    {
        var id = await _admin.CreateWithKeyAsync(_key);

        using var more = await SetAsync(id, _key.Public, _other.Public);
        await more.ReadAsync<ApplicationResponse>();
        Assert.Empty(await RevokedAsync(id));
        using var fewer = await SetAsync(id, _other.Public);
        await fewer.ReadAsync<ApplicationResponse>();

        Assert.Equal([RevocationKind.Client], await RevokedAsync(id));
    }

    [Fact]
    public async Task Another_key_may_take_over_a_kid()
    {
        var id = await _admin.CreateWithKeyAsync(_key);

        using var set = await SetAsync(id, _other.Public with { Kid = _key.Public.Kid });

        await set.ReadAsync<ApplicationResponse>();
        var stored = Assert.Single((await _admin.ReadAsync(id)).Keys);
        Assert.Equal(_other.Public.X, stored.X);
    }

    [Theory]
    [InlineData("kty", "RSA", "keys-invalid")]
    [InlineData("crv", "P-384", "keys-invalid")]
    [InlineData("x", "AAAA", "keys-invalid")]
    [InlineData("y", null, "keys-invalid")]
    [InlineData("kid", null, "keys-invalid")]
    [InlineData("kid", "", "keys-invalid")]
    [InlineData("use", "enc", "keys-invalid")]
    [InlineData("alg", "ES384", "keys-invalid")]
    [InlineData("d", "AAAA", "key-is-private")]
    public async Task A_key_that_can_check_no_assertion_is_refused(string member, string? value, string code)
    {
        var id = await _admin.CreateWithKeyAsync(_key);
        var key = new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = _other.Public.X,
            ["y"] = _other.Public.Y,
            ["kid"] = "next",
            [member] = value,
        };

        using var response = await _admin.SendAsync(HttpMethod.Put, $"/{id}/keys", new { keys = new[] { key } });

        var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal("keys[0]", problem.Errors![0].Field);
        Assert.Equal(_key.Public.Kid, (await _admin.ReadAsync(id)).Keys[0].Kid);
    }

    [Fact]
    public async Task No_key_five_keys_and_two_of_one_kid_are_refused()
    {
        var id = await _admin.CreateWithKeyAsync(_key);

        using var none = await SetAsync(id);
        using var five = await SetAsync(
            id, [.. Enumerable.Range(0, 5).Select(number => _key.Public with { Kid = $"k{number}" })]);
        using var twice = await SetAsync(id, _key.Public, _other.Public with { Kid = _key.Public.Kid });

        await none.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keys-out-of-range");
        await five.ProblemAsync(HttpStatusCode.UnprocessableEntity, "keys-out-of-range");
        await twice.ProblemAsync(HttpStatusCode.UnprocessableEntity, "key-id-taken");
    }

    [Fact]
    public async Task A_client_has_secrets_or_keys_and_never_both()
    {
        var (withSecret, _) = await _admin.CreateAsync();
        var withKey = await _admin.CreateWithKeyAsync(_key);

        using var key = await SetAsync(withSecret, _key.Public);
        using var secret = await _admin.SendAsync(HttpMethod.Post, $"/{withKey}/secrets", new { });

        await key.ProblemAsync(HttpStatusCode.Conflict, "application-uses-secrets");
        await secret.ProblemAsync(HttpStatusCode.Conflict, "application-uses-keys");
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private Task<List<RevocationKind>> RevokedAsync(string client) => running.Host.InDatabaseAsync(db =>
        db.Revocations.Where(one => one.Key == client).Select(one => one.Kind).ToListAsync());

    private Task<HttpResponseMessage> SetAsync(string id, params JsonWebKey[] keys) =>
        _admin.SendAsync(HttpMethod.Put, $"/{id}/keys", new { keys });
}
