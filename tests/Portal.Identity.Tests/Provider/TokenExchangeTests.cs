using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Features.Tokens.ExchangeToken;
using Portal.Identity.Keys;
using Portal.Identity.Tests.Support;
using Portal.Testing.Answers;
using Portal.Testing.Tokens;

namespace Portal.Identity.Tests.Provider;

public sealed class TokenExchangeTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    private readonly Guid _agency = Guid.CreateVersion7();
    private string _id = "";
    private string _secret = "";
    private string _token = "";

    private IdentityHost Host => running.Host;

    public async ValueTask InitializeAsync()
    {
        (_id, _secret) = await new PartnerAdmin(Host, _agency).CreateAsync();
        _token = await Host.TokenAsync(_id, _secret);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_partner_narrows_its_token_to_one_account_and_fewer_scopes()
    {
        var account = await AccountAsync(_agency);

        using var response = await ExchangeAsync(_token, ("account", account.ToString()), ("scope", "policies.read"));
        var body = await response.JsonAsync();

        Assert.Equal(
            [
                "access_token", "token_type", "expires_in", "scope", "issued_token_type",
            ], body.EnumerateObject().Select(member => member.Name));
        var answer = body.As<TokenAnswer>();
        Assert.Equal(AccessToken, answer.IssuedTokenType);
        Assert.Equal("policies.read", answer.Scope);
        var after = Outcome.ClaimsOf(answer.AccessToken);
        Assert.Equal(account, after.Account);
        Assert.Equal("policies.read", after.Scope);
        var (old, made) = (Outcome.PayloadOf(_token), Outcome.PayloadOf(answer.AccessToken));
        foreach (var kept in new[] { "iss", "aud", "sub", "client_id", "agency", "role", "exp" })
        {
            Assert.Equal(old.GetProperty(kept).GetRawText(), made.GetProperty(kept).GetRawText());
        }

        Assert.NotEqual(Outcome.ClaimsOf(_token).Id, after.Id);
    }

    [Theory]
    [InlineData("policies.read ")]
    [InlineData("  policies.read  ")]
    public async Task Blanks_around_a_scope_are_passed_over(string scope)
    {
        using var response = await ExchangeAsync(_token, ("scope", scope));

        Assert.Equal("policies.read", (await response.ReadAsync<TokenAnswer>()).Scope);
    }

    [Fact]
    public async Task Without_a_scope_all_are_kept_and_the_token_lives_no_longer_than_the_first()
    {
        var brief = Host.TokenSaying(Own(), TimeSpan.FromMinutes(2));

        using var response = await ExchangeAsync(brief);
        var answer = await response.ReadAsync<TokenAnswer>();

        Assert.InRange(answer.ExpiresIn, 100, 120);
        Assert.Equal(Outcome.ClaimsOf(brief).ExpiresAt, Outcome.ClaimsOf(answer.AccessToken).ExpiresAt);
        Assert.Equal(Own().Scope, answer.Scope);
    }

    [Fact]
    public async Task A_narrowed_token_is_never_widened_again()
    {
        var (account, another) = (await AccountAsync(_agency), await AccountAsync(_agency));
        using var first = await ExchangeAsync(_token, ("account", account.ToString()), ("scope", "policies.read"));
        var narrowed = (await first.ReadAsync<TokenAnswer>()).AccessToken;

        using var scope = await ExchangeAsync(narrowed, ("scope", "policies.read clients.read"));
        using var other = await ExchangeAsync(narrowed, ("account", another.ToString()));
        using var kept = await ExchangeAsync(narrowed);

        await scope.OAuthErrorAsync("invalid_scope");
        await other.OAuthErrorAsync("invalid_request");
        Assert.Equal(account, Outcome.ClaimsOf((await kept.ReadAsync<TokenAnswer>()).AccessToken).Account);
    }

    [Theory]
    [InlineData("policies.write")]
    [InlineData("applications.write")]
    [InlineData("everything")]
    [InlineData("policies.read\t")]
    public async Task A_scope_that_the_token_has_not_is_refused(string scope)
    {
        using var response = await ExchangeAsync(_token, ("scope", scope));

        await response.OAuthErrorAsync("invalid_scope");
    }

    [Fact]
    public async Task A_scope_that_the_token_has_but_its_client_no_longer_is_refused()
    {
        var more = Host.TokenSaying(Own() with { Scope = "policies.read policies.write" });

        using var response = await ExchangeAsync(more, ("scope", "policies.write"));
        using var all = await ExchangeAsync(more);

        await response.OAuthErrorAsync("invalid_scope");
        Assert.Equal("policies.read", (await all.ReadAsync<TokenAnswer>()).Scope);
    }

    [Fact]
    public async Task An_account_of_another_agency_or_of_nobody_is_refused()
    {
        var theirs = await AccountAsync(Guid.CreateVersion7());

        foreach (var account in new[] { theirs.ToString(), Guid.CreateVersion7().ToString(), "all" })
        {
            using var response = await ExchangeAsync(_token, ("account", account));
            await response.OAuthErrorAsync("invalid_request");
        }
    }

    [Fact]
    public async Task What_is_no_valid_token_of_the_client_itself_is_refused()
    {
        using var key = new TestKey();
        var revoked = await Host.TokenAsync(_id, _secret);
        using var ended = await Host.AskAsync("/connect/revoke", IdentityHost.Basic(_id, _secret), ("token", revoked));
        var parts = _token.Split('.');
        string[] tries =
        [
            await Host.PartnerTokenAsync(),
            Host.TokenSaying(Own() with
            {
                Account = Guid.CreateVersion7(),
                Delegation = Guid.CreateVersion7(),
                Mode = "view",
                Actor = new ActorClaim(Guid.CreateVersion7(), "Nora Whitfield"),
            }),
            Host.TokenSaying(Own() with { Subject = Guid.CreateVersion7().ToString() }),
            Host.TokenSaying(Own(), TimeSpan.FromSeconds(-1)),
            revoked,
            key.Sign(key.Header().ToJsonString(), TestIssuer.Claims("policies.read").ToJsonString()),
            $"{parts[0]}.{parts[1]}.{new string('A', 86)}",
            $"{TestKey.Encode("""{"alg":"none","typ":"at+jwt","kid":"a"}""")}.{parts[1]}.",
            "garbage",
        ];

        var told = new HashSet<string>();
        foreach (var subject in tries)
        {
            using var response = await ExchangeAsync(subject);
            told.Add(await response.OAuthErrorAsync("invalid_request"));
        }

        Assert.Single(told);
    }

    [Fact]
    public async Task A_token_ends_with_any_of_those_that_it_was_exchanged_from_and_not_with_those_made_from_it()
    {
        var first = await ExchangedAsync(_token);
        var second = await ExchangedAsync(first);
        var beside = await ExchangedAsync(_token);

        using (await Host.AskAsync("/connect/revoke", IdentityHost.Basic(_id, _secret), ("token", first)))
        {
            Assert.Equal("yes no no yes", await ActiveAsync(_token, first, second, beside));
        }

        using (await Host.AskAsync("/connect/revoke", IdentityHost.Basic(_id, _secret), ("token", _token)))
        {
            Assert.Equal("no no no no", await ActiveAsync(_token, first, second, beside));
        }
    }

    [Fact]
    public async Task A_token_is_not_exchanged_without_end()
    {
        var token = _token;
        for (var number = 0; number < NarrowingExchange.MostExchanges; number++)
        {
            token = await ExchangedAsync(token);
        }

        using var refused = await ExchangeAsync(token);

        await refused.OAuthErrorAsync("invalid_request");
    }

    [Fact]
    public async Task A_request_that_RFC_8693_does_not_know_is_refused()
    {
        using var noSubject = await AskAsync(("subject_token_type", AccessToken));
        using var noType = await AskAsync(("subject_token", _token));
        using var otherType = await AskAsync(
            ("subject_token", _token), ("subject_token_type", "urn:ietf:params:oauth:token-type:saml2"));
        using var halfActor = await ExchangeAsync(_token, ("actor_token", _token));
        using var actor = await ExchangeAsync(_token, ("actor_token", _token), ("actor_token_type", AccessToken));
        using var refresh = await ExchangeAsync(
            _token, ("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token"));
        using var audience = await ExchangeAsync(_token, ("audience", "elsewhere"));
        using var resource = await ExchangeAsync(_token, ("resource", "https://elsewhere.example"));

        foreach (var response in new[] { noSubject, noType, otherType, halfActor, actor, refresh })
        {
            await response.OAuthErrorAsync("invalid_request");
        }

        await audience.OAuthErrorAsync("invalid_target");
        await resource.OAuthErrorAsync("invalid_target");
    }

    [Fact]
    public async Task A_service_narrows_nothing()
    {
        var service = IdentityHost.Basic(IdentityHost.GatewayId, IdentityHost.GatewaySecret);
        using var response = await Host.AskTokenAsync(
            service, ("grant_type", Grant), (
                "subject_token", await Host.GatewayTokenAsync()), ("subject_token_type", AccessToken));

        await response.OAuthErrorAsync("unauthorized_client");
    }

    private AccessTokenClaims Own() => new()
    {
        Subject = _id,
        ClientId = _id,
        Agency = _agency,
        Role = "partner",
        Scope = string.Join(' ', PartnerAdmin.Reading),
    };

    private async Task<string> ExchangedAsync(string subject)
    {
        using var response = await ExchangeAsync(subject);
        return (await response.ReadAsync<TokenAnswer>()).AccessToken;
    }

    private async Task<string> ActiveAsync(params string[] tokens)
    {
        var active = new List<string>();
        foreach (var token in tokens)
        {
            using var response = await Host.AskAsync(
                "/connect/introspect", IdentityHost.Basic(_id, _secret), ("token", token));
            active.Add((await response.IntrospectionAsync()).Active ? "yes" : "no");
        }

        return string.Join(' ', active);
    }

    private Task<HttpResponseMessage> ExchangeAsync(string subject, params (string, string)[] form) =>
        AskAsync([("subject_token", subject), ("subject_token_type", AccessToken), .. form]);

    private Task<HttpResponseMessage> AskAsync(params (string, string)[] form) =>
        Host.AskTokenAsync(IdentityHost.Basic(_id, _secret), [("grant_type", Grant), .. form]);

    private async Task<Guid> AccountAsync(Guid agency)
    {
        var order = Some.Order(agency, Some.Row(Some.Ref()));
        await running.Bus.SendAsync(order, ImportClientsCommand.Queue, TestContext.Current.CancellationToken);
        var answer = await running.Bus.FirstAsync<ClientsImported>(
            one => one.ImportId == order.ImportId, TestContext.Current.CancellationToken);
        return answer.Clients[0].AccountId;
    }
}
