using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class SessionExchangeTests(SignedIn fixture) : IClassFixture<SignedIn>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clients_session_gives_a_token_bounded_to_its_account()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var browser = await fixture.PersonAsync(email, account);

        var answer = await Outcome.DoneAsync<TokenAnswer>(await browser.ExchangeAsync());

        Assert.Equal(300, answer.ExpiresIn);
        Assert.Equal("urn:ietf:params:oauth:token-type:access_token", answer.IssuedTokenType);
        var claims = Outcome.ClaimsOf(answer.AccessToken);
        Assert.Equal(
            [
                "iss", "aud", "sub", "client_id", "agency", "account", "role", "scope", "name", "sid", "jti", "iat",
                "exp",
            ],
            Outcome.PayloadOf(answer.AccessToken).EnumerateObject().Select(claim => claim.Name));
        Assert.Equal(account, claims.Account);
        Assert.Equal(browser.SessionId, claims.Session);
        Assert.Equal("insured", claims.Role);
        Assert.Equal("Ximena O'Brien", claims.Name);
        Assert.Equal(string.Join(' ', RoleScopes.Of(Roles.Insured)), claims.Scope);
    }

    [Theory]
    [InlineData(StaffRole.Admin, "admin")]
    [InlineData(StaffRole.Agent, "agent")]
    [InlineData(StaffRole.Assistant, "assistant")]
    internal async Task A_session_of_the_staff_gives_a_token_of_the_persons_role_and_no_account(
        StaffRole role, string expected)
    {
        var token = await (await fixture.StaffAsync(role)).TokenAsync();

        var claims = Outcome.ClaimsOf(token);
        Assert.Equal(expected, claims.Role);
        Assert.Equal(string.Join(' ', RoleScopes.Of(expected)), claims.Scope);
        Assert.False(Outcome.PayloadOf(token).TryGetProperty("account", out _));
        Assert.Equal(IdentityHost.DemoAgency, claims.Agency);
    }

    [Fact]
    public async Task Only_the_gateway_exchanges_a_session()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        (string, string)[] form =
        [
            ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
            ("subject_token", browser.Reference),
            ("subject_token_type", "urn:portal:params:oauth:token-type:session"),
        ];

        foreach (
            var (id, secret) in new[]
            {
                (IdentityHost.PartnerId, IdentityHost.PartnerSecret),
                (IdentityHost.ServiceId, IdentityHost.ServiceSecret),
            })
        {
            using var response = await fixture.Host.AskTokenAsync(IdentityHost.Basic(id, secret), form);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(
                "unauthorized_client",
                await response.Content.ReadAsStringAsync(Cancellation),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    public async Task A_reference_that_is_nobodys_is_told_nothing(string reference)
    {
        await Outcome.NotInForceAsync(await (await fixture.StaffAsync(StaffRole.Agent)).ExchangeAsync(reference));
    }

    [Fact]
    public async Task The_hash_that_the_database_holds_is_no_reference()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var hash = await fixture.Host.InDatabaseAsync(db =>
            db.Sessions.Where(one => one.Id == browser.SessionId).Select(one => one.ReferenceHash).SingleAsync());

        await Outcome.NotInForceAsync(await browser.ExchangeAsync(System.Buffers.Text.Base64Url.EncodeToString(hash)));
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_after_half_an_hour()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        fixture.Wait(TimeSpan.FromMinutes(29));
        await browser.TokenAsync();
        fixture.Wait(TimeSpan.FromMinutes(29));
        await browser.TokenAsync();
        fixture.Wait(TimeSpan.FromMinutes(31));

        await Outcome.NotInForceAsync(await browser.ExchangeAsync());
    }

    [Fact]
    public async Task A_session_that_is_used_all_the_time_ends_after_twelve_hours()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        for (var step = 0; step < 35; step++)
        {
            fixture.Wait(TimeSpan.FromMinutes(20));
            await browser.TokenAsync();
        }

        fixture.Wait(TimeSpan.FromMinutes(19));
        var answer = await Outcome.DoneAsync<TokenAnswer>(await browser.ExchangeAsync());
        Assert.InRange(answer.ExpiresIn, 1, 60);
        fixture.Wait(TimeSpan.FromMinutes(1));

        await Outcome.NotInForceAsync(await browser.ExchangeAsync());
    }

    [Fact]
    public async Task Use_is_noted_at_most_every_twenty_seconds()
    {
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        var started = await SeenAsync();

        fixture.Wait(TimeSpan.FromSeconds(10));
        await browser.TokenAsync();
        Assert.Equal(started, await SeenAsync());
        fixture.Wait(TimeSpan.FromSeconds(11));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.TokenAsync()));

        Assert.True(await SeenAsync() - started >= TimeSpan.FromSeconds(21));

        Task<DateTimeOffset> SeenAsync() => fixture.Host.InDatabaseAsync(db =>
            db.Sessions.Where(one => one.Id == browser.SessionId).Select(one => one.LastSeenAt).SingleAsync());
    }

    [Fact]
    public async Task Whoever_may_not_enter_the_account_any_more_is_out_and_stays_out()
    {
        var (email, other) = (fixture.Address(), fixture.Address());
        var account = await fixture.ClientAsync(email);
        var browser = await fixture.PersonAsync(email, account);
        await browser.TokenAsync();
        await ReplaceContactAsync(account, other);

        await Outcome.NotInForceAsync(await browser.ExchangeAsync());

        await ReplaceContactAsync(account, email);
        await Outcome.NotInForceAsync(await browser.ExchangeAsync());
        var reason = await fixture.Host.InDatabaseAsync(db =>
            db.Sessions.Where(one => one.Id == browser.SessionId).Select(one => one.EndReason).SingleAsync());
        Assert.Equal(SessionEnd.AccessLost, reason);
        Assert.True(
            await fixture.Host.InDatabaseAsync(
                db => db.Revocations.AnyAsync(one => one.Key == browser.SessionId.ToString())));
        Assert.True(await fixture.Host.InDatabaseAsync(db => db.AuditEntries.AnyAsync(one =>
            one.Action == "session.ended" && one.Fact.Target == browser.SessionId.ToString())));
    }

    [Fact]
    public async Task A_further_contact_is_in_while_the_toggle_is_on()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(fixture.Address());
        var contact = new FurtherContact
        {
            AgencyId = IdentityHost.DemoAgency,
            AccountId = account,
            Name = "Pat Ruiz",
            Email = email,
            HasAccess = true,
        };
        await fixture.Host.InDatabaseAsync(db =>
        {
            db.Add(contact);
            return db.SaveChangesAsync(Cancellation);
        });
        var browser = await fixture.PersonAsync(email, account);
        Assert.Equal("Pat Ruiz", Outcome.ClaimsOf(await browser.TokenAsync()).Name);

        await fixture.Host.InDatabaseAsync(db => db.FurtherContacts.Where(one => one.Id == contact.Id)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.HasAccess, false), Cancellation));

        await Outcome.NotInForceAsync(await browser.ExchangeAsync());
    }

    [Fact]
    public async Task Where_the_client_center_is_off_clients_are_out_and_the_staff_is_not()
    {
        var email = fixture.Address();
        var client = await fixture.PersonAsync(email, await fixture.ClientAsync(email));
        var staff = await fixture.StaffAsync(StaffRole.Agent);
        await SetClientCenterAsync(on: false);
        try
        {
            await Outcome.NotInForceAsync(await client.ExchangeAsync());
            await staff.TokenAsync();
        }
        finally
        {
            await SetClientCenterAsync(on: true);
        }
    }

    [Fact]
    public async Task A_person_who_left_the_agency_is_out()
    {
        var browser = await fixture.StaffAsync(StaffRole.Assistant);
        await SetActiveAsync(active: false);
        try
        {
            await Outcome.NotInForceAsync(await browser.ExchangeAsync());
        }
        finally
        {
            await SetActiveAsync(active: true);
        }
    }

    private Task<int> ReplaceContactAsync(Guid account, string email) => fixture.Host.InDatabaseAsync(async db =>
    {
        var stored = await db.Accounts.SingleAsync(one => one.Id == account, Cancellation);
        stored.Describe(
            stored.Details with
            {
                PrimaryContact = stored.Details.PrimaryContact with { Email = email },
            }, fixture.Clock.GetUtcNow());
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<int> SetActiveAsync(
        bool active) => fixture.Host.InDatabaseAsync(db => db.Staff.Where(one => one.Role == StaffRole.Assistant)
        .ExecuteUpdateAsync(update => update.SetProperty(one => one.IsActive, active), Cancellation));

    private Task<int> SetClientCenterAsync(bool on) => fixture.Host.InDatabaseAsync(async db =>
    {
        var agency = await db.Agencies.SingleAsync(one => one.Id == IdentityHost.DemoAgency, Cancellation);
        agency.Set(agency.Settings with { ClientCenter = on });
        return await db.SaveChangesAsync(Cancellation);
    });
}
