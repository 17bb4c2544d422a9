using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.ServiceDefaults.Secrets;
using Portal.Testing;
using Portal.Testing.Messages;
using PostalAddress = Portal.Contracts.Accounts.PostalAddress;

namespace Portal.Identity.Tests.Support;

/// <summary>
/// Identity with people who may sign in, a clock that is moved by hand, and the mail that would reach them.
/// </summary>
public sealed class SignInFixture(Servers servers) : IAsyncLifetime
{
    private static int _number;
    private SealedText _sealing = null!;
    private string _keyProtection = "";
    private HttpClient _client = null!;

    internal ManualClock Clock { get; } = new()
    {
        Now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
    };

    internal IdentityHost Host { get; private set; } = null!;

    internal RecordingBus Bus { get; private set; } = null!;

    public async ValueTask InitializeAsync() => await StartAsync(("SignIn:Texts", "true"));

    internal async Task StartAsync(params (string, string?)[] settings)
    {
        var environment = await IdentityEnvironment.CreateAsync(servers) with { Clock = Clock };
        _sealing = new SealedText(Options.Create(new CodeProtectionOptions { Key = environment.KeyProtection }));
        _keyProtection = environment.KeyProtection;
        Bus = await environment.ListenAsync();
        Host = await IdentityHost.StartAsync(environment, settings);
        _client = new HttpClient(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
            })
        { BaseAddress = Host.Client.BaseAddress };
    }

    /// <summary>A browser at an address of its own.</summary>
    internal Browser Browser(string? from = null) =>
        new(_client, from ?? $"203.0.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}");

    /// <summary>An address that nobody used before.</summary>
    internal static string NewEmail(string? domain = null) =>
        $"p{Interlocked.Increment(ref _number)}@{domain ?? $"{Guid.NewGuid():N}.example"}";

    /// <summary>An agency besides that of the demo.</summary>
    internal async Task<Agency> AgencyAsync(AgencySettings settings)
    {
        var id = Guid.CreateVersion7();
        var agency = Agency.Open(id, $"agency-{id:N}", Details("Second Agency"), Clock.GetUtcNow());
        agency.Set(settings);
        await Host.InDatabaseAsync(async db =>
        {
            db.Agencies.Add(agency);
            return await db.SaveChangesAsync();
        });
        return agency;
    }

    /// <summary>A client whose primary contact has an address.</summary>
    internal async Task<Account> AccountAsync(
        string email, string? mobile = null, Guid? agencyId = null, string name = "O'Brien Freight LLC")
    {
        var account = Account.Open(
            agencyId ?? IdentityHost.DemoAgency,
            Some.Ref(),
            new AccountDetails
            {
                LegalName = name,
                Address = new PostalAddress
                {
                    Street = "9827 Airport Pkwy",
                    City = "Nashville",
                    State = "TN",
                    Zip = "37203",
                },
                PrimaryContact = new Contact { Name = "Ximena O'Brien", Email = email, Mobile = mobile },
            },
            Clock.GetUtcNow());
        await Host.InDatabaseAsync(async db =>
        {
            db.Accounts.Add(account);
            return await db.SaveChangesAsync();
        });
        return account;
    }

    /// <summary>A person of the demo agency.</summary>
    internal async Task<StaffMember> StaffAsync(string email, StaffRole role = StaffRole.Agent)
    {
        var member = new StaffMember
        {
            AgencyId = IdentityHost.DemoAgency,
            Email = email,
            Name = "Nora Whitfield",
            Role = role,
        };
        await Host.InDatabaseAsync(async db =>
        {
            db.Staff.Add(member);
            return await db.SaveChangesAsync();
        });
        return member;
    }

    /// <summary>The code that an address or number was sent as its n-th, opened as Notification does.</summary>
    internal async Task<string> CodeAsync(string to, int n = 1)
    {
        await Bus.FirstAsync<CodeRequested>(_ => SentTo(to).Count >= n, TestContext.Current.CancellationToken);
        var sent = SentTo(to)[n - 1];
        return _sealing.TryOpen(sent.SealedCode, sent.CodeId, out var code)
            ? code
            : throw new InvalidOperationException("The code does not open.");
    }

    /// <summary>The code that an agency's stranger was not sent.</summary>
    internal async Task<string> CodeToNobodyAsync(Guid agencyId)
    {
        var sent = await Bus.FirstAsync<CodeRequested>(
            one => one.AgencyId == agencyId
                && one is { Email: null, Mobile: null }, TestContext.Current.CancellationToken);
        return _sealing.TryOpen(sent.SealedCode, sent.CodeId, out var code)
            ? code
            : throw new InvalidOperationException("The code does not open.");
    }

    internal IReadOnlyList<CodeRequested> SentTo(string to) =>
        [.. Bus.Received<CodeRequested>().Where(one => one.Email == to || one.Mobile == to).OrderBy(one => one.CodeId)];

    /// <summary>The token that the gateway has for a session.</summary>
    internal Task<string> TokenAsync(Session session, params string[] scopes) =>
        SessionTokens.OfAsync(Host, _keyProtection, session, Clock.GetUtcNow(), scopes);

    /// <summary>Another code than this.</summary>
    internal static string Other(string code) => code[..7] + (char)('0' + ((code[7] - '0' + 1) % 10));

    internal Task<List<AuditEntry>> TrailAsync(string target) =>
        Host.InDatabaseAsync(
            db => db.AuditEntries.Where(one => one.Fact.Target == target).OrderBy(one => one.Number).ToListAsync());

    /// <summary>Sessions of an address.</summary>
    internal Task<List<Session>> SessionsAsync(string email) =>
        Host.InDatabaseAsync(
            db => db.Sessions.Where(one => one.Email == email).OrderBy(one => one.StartedAt).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Host.DisposeAsync();
        await Bus.DisposeAsync();
    }

    private static ProducerDetails Details(string name) => new()
    {
        Name = name,
        Address = new PostalAddress { Street = "1 Main St", City = "Boston", State = "MA", Zip = "02110" },
        ContactName = "Ana Lopez",
        Phone = "(555) 010-2000",
        Email = "office@second.example",
        AuthorizedRepresentative = "Ana Lopez",
    };
}
