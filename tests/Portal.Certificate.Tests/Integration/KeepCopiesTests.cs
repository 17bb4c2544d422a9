using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificate.Tests.Support;
using Portal.Certificates.Features.Distributions.DistributeRenewals;
using Portal.Certificates.Integration.KeepAccounts;
using Portal.Certificates.Integration.KeepAgencies;
using Portal.Certificates.Integration.KeepPolicies;
using Portal.Contracts.Accounts;
using Portal.Contracts.Agencies;
using Portal.Contracts.Policies;
using Portal.Testing;

namespace Portal.Certificate.Tests.Integration;

/// <summary>Copies of others' data: late, twice, and on several replicas at once.</summary>
public sealed class KeepCopiesTests(Servers servers)
{
    private const int Rounds = 25;
    private const int Writers = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_or_repeated_message_never_overwrites_a_newer_account()
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        foreach (
            var changed in (AccountChanged[])[Account(2), Account(1), Account(2) with { LegalName = "Redelivered" }])
        {
            await ConsumeAsync<AccountChangedConsumer, AccountChanged>(service, changed);
        }

        Assert.Equal((agency, 2, "C2", "Client 2"), await AccountAsync(service, account));
        await ConsumeAsync<AccountChangedConsumer, AccountChanged>(service, Account(3));
        Assert.Equal((agency, 3, "C3", "Client 3"), await AccountAsync(service, account));

        AccountChanged Account(long version) => Some.Account(agency, account, version);
    }

    [Fact]
    public async Task An_older_or_repeated_message_never_overwrites_a_newer_agency()
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var agency = Guid.CreateVersion7();

        foreach (var changed in (AgencyChanged[])[Agency(2), Agency(1), Agency(2) with { Name = "Redelivered" }])
        {
            await ConsumeAsync<AgencyChangedConsumer, AgencyChanged>(service, changed);
        }

        Assert.Equal((2, "Agency 2"), await AgencyAsync(service, agency));
        await ConsumeAsync<AgencyChangedConsumer, AgencyChanged>(service, Agency(3));
        Assert.Equal((3, "Agency 3"), await AgencyAsync(service, agency));

        AgencyChanged Agency(long version) => Some.Agency(agency, version) with { Name = $"Agency {version}" };
    }

    [Fact]
    public async Task An_older_or_repeated_message_never_overwrites_a_newer_policy()
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var (agency, account, policy) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        await ConsumeAsync<PolicyChangedConsumer, PolicyChanged>(service, Some.Changed(agency, account, Policy(3)));
        await ConsumeAsync<PolicyAddedConsumer, PolicyAdded>(service, Some.Added(agency, account, Policy(1)));
        await ConsumeAsync<PoliciesRenewedConsumer, PoliciesRenewed>(service, Some.Renewal(agency, account, Policy(2)));
        await ConsumeAsync<PolicyChangedConsumer, PolicyChanged>(
            service, Some.Changed(agency, account, Policy(3) with { Number = "Redelivered" }));

        Assert.Equal((agency, account, 3, "P3"), await PolicyAsync(service, policy));
        await ConsumeAsync<PoliciesRenewedConsumer, PoliciesRenewed>(service, Some.Renewal(agency, account, Policy(4)));
        Assert.Equal((agency, account, 4, "P4"), await PolicyAsync(service, policy));

        PolicySnapshot Policy(long version) => Some.Policy(policy, version: version) with { Number = $"P{version}" };
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_versions_of_an_account_that_arrive_at_once_the_newest_stays(bool known)
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var agency = Guid.CreateVersion7();

        for (var round = 0; round < Rounds; round++)
        {
            var account = Guid.CreateVersion7();
            await AtOnceAsync<AccountChangedConsumer, AccountChanged>(
                service, known, version => Some.Account(agency, account, version));
            Assert.Equal((agency, Writers, $"C{Writers}", $"Client {Writers}"), await AccountAsync(service, account));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_versions_of_an_agency_that_arrive_at_once_the_newest_stays(bool known)
    {
        await using var service = await CertificateService.StartAsync(servers, Token);

        for (var round = 0; round < Rounds; round++)
        {
            var agency = Guid.CreateVersion7();
            await AtOnceAsync<AgencyChangedConsumer, AgencyChanged>(
                service, known, version => Some.Agency(agency, version) with { Name = $"Agency {version}" });
            Assert.Equal((Writers, $"Agency {Writers}"), await AgencyAsync(service, agency));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_versions_of_a_policy_that_arrive_at_once_the_newest_stays(bool known)
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        for (var round = 0; round < Rounds; round++)
        {
            var policy = Guid.CreateVersion7();
            await AtOnceAsync<PolicyChangedConsumer, PolicyChanged>(
                service,
                known,
                version => Some.Changed(
                    agency, account, Some.Policy(policy, version: version) with { Number = $"P{version}" }));
            Assert.Equal((agency, account, Writers, $"P{Writers}"), await PolicyAsync(service, policy));
        }
    }

    [Fact]
    public async Task Renewals_that_name_the_same_policies_in_other_orders_at_once_never_lock_each_other_out()
    {
        await using var service = await CertificateService.StartAsync(servers, Token);
        var (agency, account) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var policies = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();

        await AtOnceAsync<PoliciesRenewedConsumer, PoliciesRenewed>(service, known: false, version => Some.Renewal(
            agency,
            account,
            [.. Shuffled(policies).Select(id => Some.Policy(id, version: version) with { Number = $"P{version}" })]));

        foreach (var policy in policies)
        {
            Assert.Equal((agency, account, Writers, $"P{Writers}"), await PolicyAsync(service, policy));
        }
    }

    /// <summary>Versions 1 to <see cref="Writers"/> in any order, each by a consumer of its own.</summary>
    private static async Task AtOnceAsync<TConsumer, TMessage>(
        CertificateService service, bool known, Func<long, TMessage> message)
        where TConsumer : IConsumer<TMessage>
        where TMessage : class
    {
        if (known)
        {
            await ConsumeAsync<TConsumer, TMessage>(service, message(1));
        }

        var versions = Shuffled([.. Enumerable.Range(1, Writers)]);
        await Task.WhenAll(versions.Select(version => Task.Run(
            () => ConsumeAsync<TConsumer, TMessage>(service, message(version)), Token)));
    }

    private static async Task ConsumeAsync<TConsumer, TMessage>(CertificateService service, TMessage message)
        where TConsumer : IConsumer<TMessage>
        where TMessage : class
    {
        await using var scope = service.Services.CreateAsyncScope();
        var consumer = ActivatorUtilities.CreateInstance<TConsumer>(scope.ServiceProvider);
        await consumer.Consume(Received.Of(message, Token));
    }

    private static T[] Shuffled<T>(T[] items)
    {
        T[] shuffled = [.. items];
        Random.Shared.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task<(Guid Agency, long Version, string Ref, string Name)> AccountAsync(
        CertificateService service, Guid id)
    {
        var copy = await service.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(copy => copy.Id == id, Token));
        return (copy.AgencyId, copy.Version, copy.ClientRef, copy.LegalName);
    }

    private static async Task<(long Version, string Name)> AgencyAsync(CertificateService service, Guid id)
    {
        var copy = await service.ReadAsync(db => db.Agencies.AsNoTracking().SingleAsync(copy => copy.Id == id, Token));
        Assert.Equal((id, copy.Version), (copy.State.AgencyId, copy.State.Version));
        return (copy.Version, copy.State.Name);
    }

    private static async Task<(Guid Agency, Guid Account, long Version, string Number)> PolicyAsync(
        CertificateService service, Guid id)
    {
        var copy = await service.ReadAsync(db => db.Policies.AsNoTracking().SingleAsync(copy => copy.Id == id, Token));
        return (copy.AgencyId, copy.AccountId, copy.Version, copy.Number);
    }
}
