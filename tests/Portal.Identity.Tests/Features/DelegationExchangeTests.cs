using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Features.Tokens;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;

namespace Portal.Identity.Tests.Features;

/// <summary>Attacks on delegations. Each answer is the same, whatever is wrong.</summary>
public sealed class DelegationExchangeTests(SignedIn fixture) : IClassFixture<SignedIn>
{
    [Fact]
    public async Task A_delegation_is_of_no_use_to_another_person_another_session_or_the_client()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(account, "manage")).Id;

        foreach (var other in new[]
        {
            await fixture.StaffAsync(
                StaffRole.Admin), await fixture.StaffAsync(StaffRole.Agent), await fixture.PersonAsync(email, account),
        })
        {
            await Outcome.NotInForceAsync(await other.ExchangeDelegationAsync(id));
        }

        await owner.DelegatedTokenAsync(id);
    }

    [Fact]
    public async Task It_reaches_its_own_account_alone()
    {
        var (account, other) = (
            await fixture.ClientAsync(fixture.Address()), await fixture.ClientAsync(fixture.Address()));
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(account)).Id;
        await owner.StepInAsync(other);
        var token = await owner.DelegatedTokenAsync(id);

        await Outcome.DoneAsync(await fixture.Host.GetAsync($"/api/v1/clients/{account}/consent", token));
        await Outcome.RefusedAsync(
            await fixture.Host.GetAsync($"/api/v1/clients/{other}/consent", token),
            HttpStatusCode.NotFound,
            "client-not-found");
        var seen = (await fixture.Host.ReadAsync<Page<DelegationResponse>>("/api/v1/delegations", token)).Items;
        Assert.All(seen, one => Assert.Equal(account, one.ClientId));
        using var asked = await fixture.ExchangeAsync(
            ("subject_token", id.ToString()),
            ("subject_token_type", "urn:portal:params:oauth:token-type:delegation"),
            ("actor_token", owner.Reference),
            ("actor_token_type", "urn:portal:params:oauth:token-type:session"),
            ("account", other.ToString()));
        await Outcome.NotInForceAsync(asked);
    }

    [Fact]
    public async Task It_ends_with_its_time_and_so_does_its_token()
    {
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(await fixture.ClientAsync(fixture.Address()), minutes: 2)).Id;

        var answer = await Outcome.DoneAsync<TokenAnswer>(await owner.ExchangeDelegationAsync(id));
        Assert.InRange(answer.ExpiresIn, 100, 120);
        fixture.Wait(TimeSpan.FromMinutes(2));

        await Outcome.NotInForceAsync(await owner.ExchangeDelegationAsync(id));
        await owner.TokenAsync();
    }

    [Fact]
    public async Task It_ends_with_the_session_in_which_it_was_begun()
    {
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(await fixture.ClientAsync(fixture.Address()))).Id;
        var reference = owner.Reference;
        await Outcome.DoneAsync(await owner.SendAsync(HttpMethod.Delete, "/api/v1/session"), HttpStatusCode.NoContent);

        using var answer = await fixture.ExchangeAsync(
            ("subject_token", id.ToString()),
            ("subject_token_type", "urn:portal:params:oauth:token-type:delegation"),
            ("actor_token", reference),
            ("actor_token_type", "urn:portal:params:oauth:token-type:session"));
        await Outcome.NotInForceAsync(answer);
    }

    [Fact]
    public async Task Use_of_a_delegation_keeps_the_session_awake()
    {
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(await fixture.ClientAsync(fixture.Address()))).Id;

        fixture.Wait(TimeSpan.FromMinutes(25));
        await owner.DelegatedTokenAsync(id);
        fixture.Wait(TimeSpan.FromMinutes(25));

        await owner.DelegatedTokenAsync(id);
    }

    [Fact]
    public async Task Whoever_is_made_an_assistant_manages_no_longer()
    {
        var owner = await fixture.StaffAsync(StaffRole.Admin);
        var account = await fixture.ClientAsync(fixture.Address());
        var manage = (await owner.StepInAsync(account, "manage")).Id;
        var view = (await owner.StepInAsync(account)).Id;
        await RoleAsync(StaffRole.Assistant);
        try
        {
            await Outcome.NotInForceAsync(await owner.ExchangeDelegationAsync(manage));
            await owner.DelegatedTokenAsync(view);
        }
        finally
        {
            await RoleAsync(StaffRole.Admin);
        }
    }

    [Theory]
    [InlineData("no-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{01989f3e-5c00-7a11-9b3e-4a1de2c0a001}")]
    public async Task What_is_no_delegation_is_told_nothing(string id)
    {
        await Outcome.NotInForceAsync(await (await fixture.StaffAsync(StaffRole.Agent)).ExchangeDelegationAsync(id));
    }

    [Fact]
    public async Task A_delegation_without_its_session_or_with_a_token_in_its_place_is_told_nothing()
    {
        var owner = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await owner.StepInAsync(await fixture.ClientAsync(fixture.Address()))).Id.ToString();
        const string Type = "urn:portal:params:oauth:token-type:delegation";

        await Outcome.NotInForceAsync(await fixture.ExchangeAsync(("subject_token", id), ("subject_token_type", Type)));
        await Outcome.NotInForceAsync(await fixture.ExchangeAsync(
            ("subject_token", id),
            ("subject_token_type", Type),
            ("actor_token", await owner.TokenAsync()),
            ("actor_token_type", "urn:ietf:params:oauth:token-type:access_token")));
    }

    private Task<int> RoleAsync(
        StaffRole role) => fixture.Host.InDatabaseAsync(db => db.Staff.Where(
            one => one.Email == "admin@harborlight.example")
        .ExecuteUpdateAsync(
            update => update.SetProperty(one => one.Role, role), TestContext.Current.CancellationToken));
}
