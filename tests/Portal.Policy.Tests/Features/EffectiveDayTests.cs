using System.Globalization;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Accounts;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Features.Policies.ListPolicyEvents;
using Portal.Policies.Features.Policies.RecordEvents;
using Portal.Policies.Tests.Support;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;

namespace Portal.Policies.Tests.Features;

/// <summary>When a day comes it is an event, once with any number of replicas.</summary>
public sealed class EffectiveDayTests(Servers servers)
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_ends_the_policy_on_its_day_and_each_replica_sees_to_it_that_it_does_so_once()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);
        using var partner = service.PartnerOf(Guid.CreateVersion7());
        var (ended, untouched) = await NoticedAsync(partner);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            service.Start(host => host.ConfigureTestServices(
                services => services.AddSingleton<TimeProvider>(new LaterTime(Later))));
        }

        var events = await Eventually.GetAsync(
            () => partner.ItemsAsync<PolicyEventResponse>($"/api/v1/policies/{ended}/events", Stop),
            recorded => recorded.Any(each => each.Type == "tookEffect"),
            Stop);
        await service.Bus.FirstAsync<PolicyChanged>(
            told => told.Policy is { Version: 3, Status: PolicyStatus.Cancelled } && told.Policy.PolicyId == ended,
            Stop);
        var policy = await partner.ReadAsync<PolicyResponse>($"/api/v1/policies/{ended}", Stop);

        Assert.Equal(["added", "cancellationNoticed", "tookEffect"], events.Select(each => each.Type));
        Assert.Equal(
            (2L, null, null),
            (events[2].Details.GetProperty("of").GetInt64(), events[2].Actor, events[2].Reason));
        Assert.Equal((PolicyState.Cancelled, "\"3\""), (policy.LifecycleStatus, policy.Etag));
        Assert.Single(await partner.ItemsAsync<PolicyEventResponse>($"/api/v1/policies/{untouched}/events", Stop));
        Assert.Single(
            service.Bus.Received<PolicyChanged>(), told => told.Policy.PolicyId == ended && told.Policy.Version == 3);
    }

    [Fact]
    public async Task A_client_who_moves_has_the_clock_of_the_new_address()
    {
        await using var service = await PolicyService.StartAsync(servers, Stop);
        using var partner = service.PartnerOf(Guid.CreateVersion7());
        var (policy, _) = await NoticedAsync(partner);
        var (before, agency) = await RowAsync(service, policy);

        await service.Bus.PublishAsync(
            new AccountChanged
            {
                AccountId = before.AccountId.Value,
                AgencyId = agency,
                Version = 99,
                ClientRef = "C1",
                LegalName = "O'Brien Freight LLC",
                Address = new PostalAddress { Street = "1 Ala Moana", City = "Honolulu", State = "HI", Zip = "96813" },
                ContactName = "Elena Schäfer",
                ContactEmail = "elena@schaefer.example",
                OccurredAt = Some.Now,
            },
            Stop);

        var (after, _) = await Eventually.GetAsync(
            () => RowAsync(service, policy), row => row.Policy.TurnsAt > before.TurnsAt, Stop);
        var honolulu = DateTimeOffset.Parse(
            $"{after.CoverEnds:O}T00:01:00-10:00", CultureInfo.InvariantCulture);
        Assert.Equal(honolulu, after.TurnsAt);
        Assert.Equal(before.Revision, after.Revision);
    }

    private static Task<(Policy Policy, Guid Agency)> RowAsync(PolicyService service, Guid id) =>
        service.ReadAsync(async db =>
        {
            var policy = await db.Policies.AsNoTracking().SingleAsync(known => known.Id == new PolicyId(id), Stop);
            return (policy, policy.AgencyId.Value);
        });

    // One policy that a notice ends in 35 days, and one whose term ends a year from now.
    private static async Task<(Guid Ended, Guid Untouched)> NoticedAsync(HttpClient partner)
    {
        await partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv"),
            },
            Stop);
        var client = (await partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=GL-1", Stop)).Single().ClientId;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var (ended, untouched) = (await AddAsync("PK-1"), await AddAsync("PK-2"));
        await partner.ChangeAsync(
            HttpMethod.Post,
            $"{ended}/cancellation-notices",
            $$"""
            { "mailedOn": "{{today:O}}", "effective": "{{today.AddDays(35):O}}", "by": "insurer", "reason": "nonpayment" }
            """,
            Stop);
        return (ended, untouched);

        async Task<Guid> AddAsync(string number)
        {
            using var added = await partner.SendJsonAsync(
                HttpMethod.Post, "/api/v1/policies", Some.Declared(client, number, today.AddDays(-2)), Stop);
            return (await added.ReadAsync<RecordedEventResponse>(Stop)).Policy.Id;
        }
    }
}
