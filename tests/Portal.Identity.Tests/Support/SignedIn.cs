using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Accounts;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.People;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Features.Sessions;
using Portal.Identity.Storage;
using Portal.Testing;
using Portal.Testing.Messages;

namespace Portal.Identity.Tests.Support;

/// <summary>A replica with a clock of its own, clients of the demo's agency, and people who are signed in.</summary>
public sealed class SignedIn(Servers servers) : IAsyncLifetime
{
    private int _count;

    internal ManualClock Clock { get; } = new();

    internal IdentityHost Host { get; private set; } = null!;

    internal RecordingBus Bus { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var environment = await IdentityEnvironment.CreateAsync(servers) with { Clock = Clock };
        Bus = await environment.ListenAsync();
        Host = await IdentityHost.StartAsync(environment);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Bus.DisposeAsync();
    }

    /// <summary>Lets time pass.</summary>
    internal void Wait(TimeSpan time) => Clock.Now += time;

    /// <summary>Exchanges a token as the gateway does (RFC 8693).</summary>
    internal Task<HttpResponseMessage> ExchangeAsync(params (string Name, string Value)[] form) => Host.AskTokenAsync(
        IdentityHost.Basic(IdentityHost.GatewayId, IdentityHost.GatewaySecret),
        [("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), .. form]);

    /// <summary>An address that nobody else has.</summary>
    internal string Address() => $"person{Interlocked.Increment(ref _count)}@client.example";

    /// <summary>A new client whose primary contact has the address.</summary>
    internal Task<Guid> ClientAsync(string email, Guid? agency = null) => Host.InDatabaseAsync(async db =>
    {
        var account = Account.Open(
            agency ?? IdentityHost.DemoAgency,
            Some.Ref(),
            new AccountDetails
            {
                LegalName = $"Client of {email}",
                Address = new PostalAddress
                {
                    Street = "9827 Airport Pkwy",
                    City = "Nashville",
                    State = "TN",
                    Zip = "37203",
                },
                PrimaryContact = new Contact { Name = "Ximena O'Brien", Email = email },
            },
            Clock.GetUtcNow());
        db.Accounts.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account.Id;
    });

    /// <summary>The primary contact of a client signs in; the same address is the same person each time.</summary>
    internal Task<SignedInBrowser> PersonAsync(
        string email, Guid account, Guid? agency = null) => Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdentityDb>();
        var agencyId = agency ?? IdentityHost.DemoAgency;
        var person = await db.People.SingleOrDefaultAsync(one => one.AgencyId == agencyId && one.Email == email)
            ?? db.People.Add(new Person { AgencyId = agencyId, Email = email, FirstSeenAt = Clock.GetUtcNow() }).Entity;
        return await OpenAsync(
            services, Start(SessionKind.Client, agencyId, person.Id, "Ximena O'Brien", email, account));
    });

    /// <summary>Somebody of the demo's staff signs in.</summary>
    internal Task<SignedInBrowser> StaffAsync(StaffRole role) => Host.InScopeAsync(async services =>
    {
        var member = await services.GetRequiredService<IdentityDb>().Staff
            .FirstAsync(one => one.AgencyId == IdentityHost.DemoAgency && one.Role == role);
        return await OpenAsync(
            services, Start(SessionKind.Staff, member.AgencyId, member.Id, member.Name, member.Email, account: null));
    });

    private async Task<SignedInBrowser> OpenAsync(IServiceProvider services, SessionStart start)
    {
        var (session, reference) = services.GetRequiredService<SessionManager>().Open(start);
        await services.GetRequiredService<IdentityDb>().SaveChangesAsync();
        return new SignedInBrowser(this, session.Id, reference.Value);
    }

    private static SessionStart Start(
        SessionKind kind, Guid agency, Guid subject, string name, string email, Guid? account) => new()
        {
            Kind = kind,
            AgencyId = agency,
            SubjectId = subject,
            Name = name,
            Email = email,
            AccountId = account,
            IdleMinutes = AgencySettings.DefaultIdleMinutes,
            AbsoluteHours = AgencySettings.DefaultAbsoluteHours,
            From = "203.0.113.7",
            UserAgent = "Firefox",
        };
}
