using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Keys;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Provider;

/// <summary>Introspection (RFC 7662) and revocation (RFC 7009).</summary>
public sealed class IntrospectionTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private static readonly string Gateway = IdentityHost.Basic(IdentityHost.GatewayId, IdentityHost.GatewaySecret);

    private readonly Guid _agency = Guid.CreateVersion7();
    private string _id = "";
    private string _client = "";
    private string _token = "";

    private IdentityHost Host => running.Host;

    public async ValueTask InitializeAsync()
    {
        (_id, var secret) = await new PartnerAdmin(Host, _agency).CreateAsync();
        _client = IdentityHost.Basic(_id, secret);
        _token = await Host.TokenAsync(_id, secret);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_client_learns_all_of_its_own_token()
    {
        using var response = await Host.AskAsync(
            "/connect/introspect", _client, ("token", _token), ("token_type_hint", "access_token"));
        var body = await response.JsonAsync();

        Assert.True(response.Headers.CacheControl?.NoStore);
        var told = Introspection.Of(body);
        Assert.True(told.Active);
        Assert.Equal("Bearer", told.TokenType);
        Assert.Equal(_id, told.Claims?.ClientId);
        Assert.Equal(_agency, told.Claims?.Agency);
        Assert.Equal(string.Join(' ', PartnerAdmin.Reading), told.Claims?.Scope);
        Assert.Equal(JsonValueKind.Number, body.GetProperty("exp").ValueKind);
        Assert.Equal(
            ["iss", "aud", "sub", "client_id", "agency", "role", "scope", "jti", "iat", "exp", "active", "token_type"],
            body.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task A_service_learns_of_every_token_with_who_acts()
    {
        var (session, delegation, staff) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var delegated = Host.TokenSaying(new AccessTokenClaims
        {
            Subject = Guid.CreateVersion7().ToString(),
            ClientId = IdentityHost.GatewayId,
            Agency = _agency,
            Account = Guid.CreateVersion7(),
            Role = "insured",
            Scope = "policies.read",
            Session = session,
            Mode = "view",
            Delegation = delegation,
            Actor = new ActorClaim(staff, "Nora Whitfield"),
        });

        var told = await TellAsync(Gateway, delegated);

        Assert.True(told.Active);
        Assert.Equal((session, delegation), (told.Claims?.Session, told.Claims?.Delegation));
        Assert.Equal(staff, told.Claims?.Actor?.Subject);
        Assert.True((await TellAsync(Gateway, _token)).Active);
        Assert.Equal("""{"active":false}""", await TextAsync(_client, delegated));
    }

    [Fact]
    public async Task Of_a_foreign_an_expired_and_no_token_nothing_is_told()
    {
        string[] tokens =
        [
            await Host.PartnerTokenAsync(),
            Host.TokenSaying(Saying(), TimeSpan.Zero),
            _token[..^4] + "AAAA",
            "garbage",
        ];

        foreach (var token in tokens)
        {
            Assert.Equal("""{"active":false}""", await TextAsync(_client, token));
        }
    }

    [Theory]
    [InlineData(RevocationKind.Session)]
    [InlineData(RevocationKind.Delegation)]
    [InlineData(RevocationKind.Client)]
    [InlineData(RevocationKind.Token)]
    internal async Task What_was_ended_is_not_active(RevocationKind kind)
    {
        var (session, delegation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var token = Host.TokenSaying(Saying() with
        {
            Account = Guid.CreateVersion7(),
            Session = session,
            Delegation = delegation,
            Mode = "view",
            Actor = new ActorClaim(Guid.CreateVersion7(), "Nora Whitfield"),
        });
        var told = await TellAsync(_client, token);
        Assert.True(told.Active);
        var key = kind switch
        {
            RevocationKind.Session => session.ToString(),
            RevocationKind.Delegation => delegation.ToString(),
            RevocationKind.Client => _id,
            _ => told.Claims!.Id,
        };

        await Host.ChangeAsync(
            services => services.GetRequiredService<Revocations>().Add(
                kind, key, DateTimeOffset.UtcNow.AddMinutes(16)));

        Assert.False((await TellAsync(_client, token)).Active);
    }

    [Fact]
    public async Task A_client_ends_its_own_token_until_it_would_have_expired()
    {
        using var response = await Host.AskAsync("/connect/revoke", _client, ("token", _token));
        using var again = await Host.AskAsync("/connect/revoke", _client, ("token", _token));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, again.StatusCode));
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False((await TellAsync(Gateway, _token)).Active);
        var jti = Outcome.ClaimsOf(_token).Id;
        var revocation = await Host.InDatabaseAsync(db => db.Revocations.SingleAsync(one => one.Key == jti));
        Assert.Equal(RevocationKind.Token, revocation.Kind);
        Assert.InRange(revocation.Until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
        var entry = await Host.InDatabaseAsync(
            db => db.AuditEntries.AsNoTracking().SingleAsync(one => one.Fact.Target == jti));
        Assert.Equal(
            ("token.revoked", _agency, _id, "partner"),
            (entry.Action, entry.AgencyId, entry.ActorId, entry.Fact.ActorRole));
    }

    [Fact]
    public async Task For_another_s_token_or_none_nothing_happens_and_nothing_is_told()
    {
        var theirs = await Host.PartnerTokenAsync();
        var before = await Host.InDatabaseAsync(db => db.Revocations.CountAsync());

        foreach (
            var token in new[]
            {
                theirs,
                await Host.GatewayTokenAsync(),
                Host.TokenSaying(Saying(), TimeSpan.FromSeconds(-1)),
                "garbage",
            })
        {
            using var response = await Host.AskAsync(
                "/connect/revoke", _client, ("token", token), ("token_type_hint", "refresh_token"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(before, await Host.InDatabaseAsync(db => db.Revocations.CountAsync()));
        Assert.True((await TellAsync(Gateway, theirs)).Active);
    }

    [Theory]
    [InlineData("/connect/introspect")]
    [InlineData("/connect/revoke")]
    public async Task Who_proves_nothing_or_sends_no_token_is_refused(string path)
    {
        using var nobody = await Host.AskAsync(path, authorization: null, ("token", _token));
        using var wrong = await Host.AskAsync(path, IdentityHost.Basic(_id, new string('x', 43)), ("token", _token));
        using var bearer = await Host.AskAsync(path, "Bearer " + _token, ("token", _token));
        using var nothing = await Host.AskAsync(path, _client);

        await nobody.OAuthErrorAsync("invalid_client");
        await wrong.OAuthErrorAsync("invalid_client");
        await bearer.OAuthErrorAsync("invalid_client");
        await nothing.OAuthErrorAsync("invalid_request");
        Assert.True((await TellAsync(Gateway, _token)).Active);
    }

    private AccessTokenClaims Saying() =>
        new() { Subject = _id, ClientId = _id, Agency = _agency, Role = "partner", Scope = "policies.read" };

    private async Task<Introspection> TellAsync(string client, string token)
    {
        using var response = await Host.AskAsync("/connect/introspect", client, ("token", token));
        return await response.IntrospectionAsync();
    }

    private async Task<string> TextAsync(string client, string token)
    {
        using var response = await Host.AskAsync("/connect/introspect", client, ("token", token));
        return await response.TextAsync();
    }
}
