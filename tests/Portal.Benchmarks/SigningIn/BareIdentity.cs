using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Contracts.Identity;
using Portal.Identity;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Storage;
using Portal.ServiceDefaults;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Secrets;
using Portal.Testing;
using Portal.Testing.Messages;
using PostalAddress = Portal.Contracts.Accounts.PostalAddress;

namespace Portal.Benchmarks.SigningIn;

/// <summary>Identity by itself with a database and a broker, and an agency whose clients sign in.</summary>
internal sealed class BareIdentity : IAsyncDisposable
{
    public const string Slug = "measured";

    private readonly Servers _servers;
    private readonly WebApplication _app;
    private readonly RecordingBus _bus;
    private readonly SealedText _sealing;

    private BareIdentity(Servers servers, WebApplication app, RecordingBus bus, SealedText sealing)
    {
        (_servers, _app, _bus, _sealing) = (servers, app, bus, sealing);
        Client = new HttpClient(
            new HttpClientHandler { UseCookies = false })
        { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static string EmailOf(int person) => $"person{person}@measured.example";

    public static async Task<BareIdentity> StartAsync(int people, CancellationToken cancellationToken)
    {
        var servers = new Servers();
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        var bus = await RecordingBus.StartAsync(broker, [typeof(CodeRequested)], cancellationToken);
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBox.KeyBytes));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:identitydb"] = await servers.CreateDatabaseAsync("identity", cancellationToken),
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Identity:Issuer"] = "https://portal.test",
            ["Identity:KeyProtection"] = key,
            ["CodeProtection:Key"] = key,
        });
        builder.AddServiceDefaults();
        builder.AddIdentityServices();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapIdentityApi();
        await app.StartAsync(cancellationToken);
        await FillAsync(app, people, cancellationToken);
        return new BareIdentity(
            servers, app, bus, new SealedText(Options.Create(new CodeProtectionOptions { Key = key })));
    }

    /// <summary>The code that an address was sent.</summary>
    public async Task<string> CodeOfAsync(string email, CancellationToken cancellationToken)
    {
        var sent = await _bus.FirstAsync<CodeRequested>(one => one.Email == email, cancellationToken);
        return _sealing.TryOpen(sent.SealedCode, sent.CodeId, out var code)
            ? code
            : throw new InvalidOperationException("The code was sealed with another key.");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _bus.DisposeAsync();
        await _servers.DisposeAsync();
    }

    private static async Task FillAsync(WebApplication app, int people, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var (now, address) = (
            DateTimeOffset.UtcNow,
            new PostalAddress { Street = "1 Main St", City = "Boston", State = "MA", Zip = "02110" });
        var agency = db.Agencies.Add(Agency.Open(Guid.CreateVersion7(), Slug, Producer(address), now)).Entity;
        db.Accounts.AddRange(Enumerable.Range(0, people).Select(person => Account.Open(
            agency.Id,
            EmailOf(person),
            new AccountDetails
            {
                LegalName = $"Client {person}",
                Address = address,
                PrimaryContact = new Contact { Name = $"Person {person}", Email = EmailOf(person) },
            },
            now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ProducerDetails Producer(PostalAddress address) => new()
    {
        Name = "Measured Agency",
        Address = address,
        ContactName = "Ana Lopez",
        Phone = "(555) 010-2000",
        Email = "office@measured.example",
        AuthorizedRepresentative = "Ana Lopez",
    };
}
