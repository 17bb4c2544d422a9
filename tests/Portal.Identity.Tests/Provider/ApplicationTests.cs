using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Applications;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;
using Portal.Testing.Answers;

namespace Portal.Identity.Tests.Provider;

public sealed class ApplicationTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private static readonly (string, string) Grant = ("grant_type", "client_credentials");

    private readonly PartnerAdmin _admin = new(running.Host, Guid.CreateVersion7());

    private IdentityHost Host => running.Host;

    [Fact]
    public async Task A_client_is_made_with_a_random_id_and_a_secret_that_is_shown_once()
    {
        using var response = await _admin.SendAsync(
            HttpMethod.Post, "", new
            {
                name = " Fleet system ",
                scopes = PartnerAdmin.Reading,
                authentication = "secret",
            });
        var made = await response.ReadAsync<NewApplicationResponse>(HttpStatusCode.Created);

        var (id, secret) = (made.Application.Id, made.Secret!.Secret);
        Assert.Matches("^p-[a-z0-9]{20}$", id);
        Assert.Equal($"/api/v1/applications/{id}", response.Headers.Location?.OriginalString);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(43, secret.Length);
        var shown = await _admin.ReadTextAsync(id);
        var client = JsonAnswers.Read<ApplicationResponse>(shown);
        Assert.Equal("Fleet system", client.Name);
        Assert.Equal(ApplicationAuthentication.Secret, client.Authentication);
        Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        Assert.Equal(string.Join(' ', PartnerAdmin.Reading), await ScopeAsync(id, secret));
    }

    [Theory]
    [InlineData("", "policies.read", "secret", "name-invalid", "name")]
    [InlineData("A", "agency.write", "secret", "scopes-invalid", "scopes")]
    [InlineData("A", "sessions.exchange", "secret", "scopes-invalid", "scopes")]
    [InlineData("A", "applications.write", "secret", "scopes-invalid", "scopes")]
    [InlineData("A", "policies.read policies.read", "secret", "scopes-invalid", "scopes")]
    [InlineData("A", "policies.read", null, "authentication-required", "authentication")]
    public async Task What_a_partner_may_not_be_is_refused(
        string name, string scopes, string? authentication, string code, string field)
    {
        using var response = await _admin.SendAsync(
            HttpMethod.Post, "", new { name, scopes = scopes.Split(' '), authentication });

        var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(field, problem.Errors![0].Field);
    }

    [Fact]
    public async Task Two_secrets_work_side_by_side_and_a_removed_one_no_longer()
    {
        var (id, first) = await _admin.CreateAsync();
        var (_, second) = await _admin.AddSecretAsync(id);
        using var third = await _admin.SendAsync(HttpMethod.Post, $"/{id}/secrets", new { });
        await third.ProblemAsync(HttpStatusCode.Conflict, "too-many-secrets");
        await ScopeAsync(id, first);
        await ScopeAsync(id, second);

        var firstId = (await _admin.ReadAsync(id)).Secrets[0].Id;
        using var removed = await _admin.SendAsync(HttpMethod.Delete, $"/{id}/secrets/{firstId}");
        using var again = await _admin.SendAsync(HttpMethod.Delete, $"/{id}/secrets/{firstId}");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await again.ProblemAsync(HttpStatusCode.NotFound, "secret-not-found");
        await RefusedAsync(id, first);
        await ScopeAsync(id, second);
    }

    [Fact]
    public async Task A_removed_secret_ends_the_tokens_that_were_got_with_it_and_those_that_were_exchanged_from_them()
    {
        var (id, secret) = await _admin.CreateAsync();
        var (secretId, _) = await _admin.AddSecretAsync(id);
        var token = await Host.TokenAsync(id, secret);
        Assert.True(await IsActiveAsync(token));

        using var removed = await _admin.SendAsync(HttpMethod.Delete, $"/{id}/secrets/{secretId}");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.False(await IsActiveAsync(token));
        Assert.Equal(
            RevocationKind.Client,
            (await Host.InDatabaseAsync(db => db.Revocations.SingleAsync(one => one.Key == id))).Kind);
    }

    [Fact]
    public async Task Many_who_add_a_secret_at_once_make_two_in_all()
    {
        var (id, _) = await _admin.CreateAsync();

        // Held back until all of them have come as far as they can.
        var added = await Host.InDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.TakeApplicationTurnAsync(id, TestContext.Current.CancellationToken);
            var adding = Enumerable.Range(0, 8)
                .Select(_ => _admin.SendAsync(HttpMethod.Post, $"/{id}/secrets", new { })).ToList();
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            await transaction.CommitAsync();
            return await Task.WhenAll(adding);
        });

        Assert.Single(added, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(2, (await _admin.ReadAsync(id)).Secrets.Count);
        Array.ForEach(added, response => response.Dispose());
    }

    [Fact]
    public async Task A_secret_proves_nothing_from_its_expiry_on()
    {
        var (id, _) = await _admin.CreateAsync();
        using var passed = await _admin.SendAsync(
            HttpMethod.Post, $"/{id}/secrets", new { expiresAt = DateTimeOffset.UtcNow.AddSeconds(-1) });
        await passed.ProblemAsync(HttpStatusCode.UnprocessableEntity, "expires-at-invalid");
        using var added = await _admin.SendAsync(
            HttpMethod.Post, $"/{id}/secrets", new { expiresAt = DateTimeOffset.UtcNow.AddHours(1) });
        var secret = (await added.ReadAsync<NewSecretResponse>(HttpStatusCode.Created)).Secret;
        await ScopeAsync(id, secret);

        await Host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            update application_secrets set expires_at = now()
            where application_id = {id} and expires_at is not null
            """));

        await RefusedAsync(id, secret);
    }

    [Fact]
    public async Task A_disabled_client_gets_no_token_and_those_that_it_has_end_at_once()
    {
        var (id, secret) = await _admin.CreateAsync();
        var token = await Host.TokenAsync(id, secret);
        Assert.True(await IsActiveAsync(token));

        using var disabled = await _admin.SendAsync(HttpMethod.Patch, $"/{id}", new { disabled = true });

        Assert.True((await disabled.ReadAsync<ApplicationResponse>()).Disabled);
        await RefusedAsync(id, secret);
        Assert.False(await IsActiveAsync(token));
        var revocation = await Host.InDatabaseAsync(db => db.Revocations.SingleAsync(one => one.Key == id));
        Assert.Equal(RevocationKind.Client, revocation.Kind);
        Assert.InRange(revocation.Until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(16));
        using var enabled = await _admin.SendAsync(HttpMethod.Patch, $"/{id}", new { disabled = false });
        Assert.False((await enabled.ReadAsync<ApplicationResponse>()).Disabled);
        await ScopeAsync(id, secret);
        Assert.False(await IsActiveAsync(token));
    }

    [Fact]
    public async Task A_scope_that_is_taken_away_ends_the_tokens_that_have_it_and_a_given_one_ends_none()
    {
        var (id, secret) = await _admin.CreateAsync();
        using var more = await _admin.SendAsync(
            HttpMethod.Patch, $"/{id}", new { name = "Renamed", scopes = PartnerAdmin.Reading.Append("holders.read") });
        await more.ReadAsync<ApplicationResponse>();
        var token = await Host.TokenAsync(id, secret);
        Assert.True(await IsActiveAsync(token));

        using var less = await _admin.SendAsync(HttpMethod.Patch, $"/{id}", new { scopes = new[] { "holders.read" } });

        Assert.Equal("Renamed", (await less.ReadAsync<ApplicationResponse>()).Name);
        Assert.False(await IsActiveAsync(token));
        Assert.Equal("holders.read", await ScopeAsync(id, secret));
        using var asked = await Host.AskTokenAsync(IdentityHost.Basic(id, secret), Grant, ("scope", "policies.read"));
        await asked.OAuthErrorAsync("invalid_scope");
    }

    [Fact]
    public async Task The_last_use_is_shown_and_written_once_a_minute()
    {
        var (id, secret) = await _admin.CreateAsync();
        Assert.Null((await _admin.ReadAsync(id)).LastUsedAt);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ScopeAsync(id, secret)));
        var first = await _admin.ReadTextAsync(id);
        await ScopeAsync(id, secret);
        var second = await _admin.ReadTextAsync(id);

        Assert.Equal(first, second);
        var shown = JsonAnswers.Read<ApplicationResponse>(first);
        Assert.All(
            [shown.LastUsedAt, shown.Secrets[0].LastUsedAt],
            at => Assert.InRange(at!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow));
        await Host.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"update application_secrets set last_used_at = now() - interval '61 seconds' where application_id = {id}"));
        await ScopeAsync(id, secret);
        Assert.True((await _admin.ReadAsync(id)).Secrets[0].LastUsedAt > DateTimeOffset.UtcNow.AddMinutes(-1));
    }

    [Fact]
    public async Task A_client_of_another_agency_does_not_exist()
    {
        var (id, secret) = await _admin.CreateAsync();
        var secretId = (await _admin.ReadAsync(id)).Secrets[0].Id;
        var stranger = new PartnerAdmin(Host, Guid.CreateVersion7());
        (HttpMethod Method, string Path, object? Body)[] tries =
        [
            (HttpMethod.Get, $"/{id}", null),
            (HttpMethod.Patch, $"/{id}", new { disabled = true }),
            (HttpMethod.Post, $"/{id}/secrets", new { }),
            (HttpMethod.Delete, $"/{id}/secrets/{secretId}", null),
            (HttpMethod.Put, $"/{id}/keys", new { keys = new[] { new Portal.Testing.Tokens.TestKey().Public } }),
            (HttpMethod.Patch, $"/{IdentityHost.ServiceId}", new { disabled = true }),
        ];

        foreach (var (method, path, body) in tries)
        {
            using var response = await stranger.SendAsync(method, path, body);
            await response.ProblemAsync(HttpStatusCode.NotFound, "application-not-found");
        }

        using var list = await stranger.SendAsync(HttpMethod.Get, "");
        Assert.Empty(await list.ItemsAsync<ApplicationResponse>());
        await ScopeAsync(id, secret);
        await Host.TokenAsync(IdentityHost.ServiceId, IdentityHost.ServiceSecret);
    }

    [Fact]
    public async Task Clients_come_by_name_page_by_page()
    {
        foreach (var name in new[] { "C", "A", "B", "A" })
        {
            using var made = await _admin.SendAsync(
                HttpMethod.Post, "", new { name, scopes = PartnerAdmin.Reading, authentication = "private_key_jwt" });
            await made.ReadAsync<NewApplicationResponse>(HttpStatusCode.Created);
        }

        using var first = await _admin.SendAsync(HttpMethod.Get, "?limit=3");
        var page = await first.ReadAsync<Page<ApplicationResponse>>();
        using var second = await _admin.SendAsync(HttpMethod.Get, $"?limit=3&cursor={page.Next}");

        Assert.Equal(["A", "A", "B"], page.Items.Select(one => one.Name));
        Assert.Equal("C", Assert.Single(await second.ItemsAsync<ApplicationResponse>()).Name);
    }

    [Fact]
    public async Task Only_who_may_manage_partners_does()
    {
        var partner = await Host.PartnerTokenAsync();
        var reader = await _admin.TokenAsync("applications.read");
        var body = new { name = "A", scopes = PartnerAdmin.Reading, authentication = "secret" };

        using var nobody = await Host.SendAsync(HttpMethod.Post, PartnerAdmin.Path, token: null, body);
        using var byPartner = await Host.SendAsync(HttpMethod.Post, PartnerAdmin.Path, partner, body);
        using var readByPartner = await Host.SendAsync(HttpMethod.Get, PartnerAdmin.Path, partner);
        using var byReader = await Host.SendAsync(HttpMethod.Post, PartnerAdmin.Path, reader, body);

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        await byPartner.ProblemAsync(HttpStatusCode.Forbidden, "scope-insufficient");
        await readByPartner.ProblemAsync(HttpStatusCode.Forbidden, "scope-insufficient");
        await byReader.ProblemAsync(HttpStatusCode.Forbidden, "scope-insufficient");
    }

    private async Task<string> ScopeAsync(string id, string secret)
    {
        using var response = await Host.AskTokenAsync(IdentityHost.Basic(id, secret), Grant);
        return (await response.ReadAsync<TokenAnswer>()).Scope;
    }

    private async Task RefusedAsync(string id, string secret)
    {
        using var response = await Host.AskTokenAsync(IdentityHost.Basic(id, secret), Grant);
        await response.OAuthErrorAsync("invalid_client");
    }

    private async Task<bool> IsActiveAsync(string token)
    {
        using var response = await Host.AskAsync(
            "/connect/introspect", IdentityHost.Basic(
                IdentityHost.GatewayId, IdentityHost.GatewaySecret), ("token", token));
        return (await response.IntrospectionAsync()).Active;
    }
}
