using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;

namespace Portal.Identity.Tests.Features;

public sealed partial class DelegationTests
{
    [Fact]
    public async Task The_staff_sees_its_agencys_delegations_and_a_client_its_own_accounts()
    {
        var email = fixture.Address();
        var (account, other) = (await fixture.ClientAsync(email), await fixture.ClientAsync(fixture.Address()));
        var staff = await fixture.StaffAsync(StaffRole.Agent);
        var mine = (await staff.StepInAsync(account)).Id;
        var theirs = (await staff.StepInAsync(other)).Id;
        var client = await fixture.PersonAsync(email, account);

        Assert.Equal([mine], await IdsAsync(client, Path));
        Assert.Equal([mine], await IdsAsync(staff, $"{Path}?client={account}&active=true"));
        Assert.Empty(await IdsAsync(staff, $"{Path}?client={account}&active=false"));
        Assert.Equal([theirs], await IdsAsync(staff, $"{Path}?limit=1"));
        Assert.Empty(await IdsAsync(client, $"{Path}?client={other}"));
        Assert.Equal(mine, (await client.ReadAsync<DelegationResponse>($"{Path}/{mine}")).Id);
        await Outcome.RefusedAsync(
            await client.SendAsync(HttpMethod.Get, $"{Path}/{theirs}"),
            HttpStatusCode.NotFound,
            "delegation-not-found");
        await Outcome.RefusedAsync(
            await client.SendAsync(HttpMethod.Delete, $"{Path}/{theirs}"),
            HttpStatusCode.NotFound,
            "delegation-not-found");
    }

    [Fact]
    public async Task Pages_of_delegations_hold_each_once()
    {
        var account = await fixture.ClientAsync(fixture.Address());
        var staff = await fixture.StaffAsync(StaffRole.Agent);
        var begun = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            begun.Insert(0, (await staff.StepInAsync(account)).Id);
        }

        var first = await staff.ReadAsync<Page<DelegationResponse>>($"{Path}?client={account}&limit=2");
        var second = await staff.ReadAsync<Page<DelegationResponse>>(
            $"{Path}?client={account}&limit=2&cursor={first.Next}");

        Assert.Equal(begun, first.Items.Concat(second.Items).Select(one => one.Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Either_side_and_an_administrator_end_it_and_a_colleague_does_not()
    {
        var email = fixture.Address();
        var account = await fixture.ClientAsync(email);
        var (agent, assistant, admin) = (
            await fixture.StaffAsync(StaffRole.Agent),
            await fixture.StaffAsync(StaffRole.Assistant),
            await fixture.StaffAsync(StaffRole.Admin));
        var client = await fixture.PersonAsync(email, account);

        foreach (
            var (ender, name) in new[]
            {
                (agent, "Nora Whitfield"),
                (client, "Ximena O'Brien"),
                (admin, "Daniel R. Okafor"),
            })
        {
            var id = (await agent.StepInAsync(account, "manage")).Id;
            await Outcome.RefusedAsync(
                await assistant.SendAsync(
                    HttpMethod.Delete, $"{Path}/{id}"), HttpStatusCode.Forbidden, "delegation-not-yours");
            await agent.DelegatedTokenAsync(id);

            await Outcome.DoneAsync(await ender.SendAsync(HttpMethod.Delete, $"{Path}/{id}"), HttpStatusCode.NoContent);

            await Outcome.NotInForceAsync(await agent.ExchangeDelegationAsync(id));
            var ended = await client.ReadAsync<DelegationResponse>($"{Path}/{id}");
            Assert.False(ended.Active);
            Assert.Equal(name, ended.EndedBy);
            Assert.True(
                await fixture.Host.InDatabaseAsync(db => db.Revocations.AnyAsync(one => one.Key == id.ToString())));
            Assert.Equal(name, (await FactAsync(id, "delegation.ended")).ActorName);
        }
    }

    [Fact]
    public async Task Ended_by_many_at_once_it_ends_once()
    {
        var agent = await fixture.StaffAsync(StaffRole.Agent);
        var id = (await agent.StepInAsync(await fixture.ClientAsync(fixture.Address()))).Id;
        var token = await agent.TokenAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => fixture.Host.SendAsync(HttpMethod.Delete, $"{Path}/{id}", token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode));
        await FactAsync(id, "delegation.ended");
    }
}
