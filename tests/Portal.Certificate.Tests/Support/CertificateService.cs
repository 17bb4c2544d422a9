using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Certificates.Storage;
using Portal.Contracts;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;
using Portal.Testing.Messages;
using Portal.Testing.Tokens;

namespace Portal.Certificate.Tests.Support;

/// <summary>The Certificate service on a real broker and database, with stand-ins for the services around it.</summary>
internal sealed class CertificateService : WebApplicationFactory<Program>
{
    public const string ImportQueue = "certificate-import-holders";
    public const string IssueQueue = "certificate-issue-certificates";
    private readonly Dictionary<string, string> _settings;

    private CertificateService(Dictionary<string, string> settings, RecordingBus bus, TestIssuer issuer, FakePolicy policy)
    {
        (_settings, Bus, Issuer, Policy) = (settings, bus, issuer, policy);
    }

    public RecordingBus Bus { get; }

    public FakePolicy Policy { get; }

    private TestIssuer Issuer { get; }

    /// <param name="documents">Address of MongoDB; null leaves it to the environment.</param>
    public static async Task<CertificateService> StartAsync(Servers servers, CancellationToken cancellationToken, string? documents = null)
    {
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        var issuer = await TestIssuer.StartAsync();
        var policy = await FakePolicy.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:rabbitmq"] = broker,
            ["ConnectionStrings:certificatedb"] = await servers.CreateDatabaseAsync("certificate", cancellationToken),
            ["Portal:PublicUrl"] = "https://portal.example",
            ["services:policy:http:0"] = policy.Address,
        };
        if (documents is not null)
        {
            settings["ConnectionStrings:documents"] = documents;
        }

        foreach (var (key, value) in issuer.Settings)
        {
            settings[key] = value!;
        }

        var bus = await RecordingBus.StartAsync(
            broker,
            [typeof(HoldersImported), typeof(CertificatesIssued), typeof(DistributionStarted), typeof(DistributionCompleted)],
            cancellationToken);
        var service = new CertificateService(settings, bus, issuer, policy);
        _ = service.Server;
        return service;
    }

    /// <summary>A partner of the agency with every scope that the service asks for.</summary>
    public HttpClient PartnerOf(Guid agency) => With(Issuer.PartnerToken(
        agency, "holders.read", "certificates.read", "distributions.read", "policies.write"));

    /// <summary>A person of a client.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) => With(Issuer.InsuredToken(agency, account));

    /// <summary>Somebody of the agency who stepped into a client's account to manage it.</summary>
    public HttpClient ManagerOf(Guid agency, Guid account) => With(Issuer.DelegateToken(agency, account, "manage"));

    /// <summary>One of the portal's own services.</summary>
    public HttpClient ServiceWith(string scope) => With(Issuer.ServiceToken(scope));

    /// <summary>Reads the service's database, unbounded.</summary>
    public async Task<T> ReadAsync<T>(Func<CertificateDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await read(scope.ServiceProvider.GetRequiredService<CertificateDb>());
    }

    /// <summary>Imports holders and waits for the outcome.</summary>
    public async Task<HoldersImported> ImportAsync(ImportHolders order, CancellationToken cancellationToken)
    {
        await Bus.SendAsync(order, ImportQueue, cancellationToken);
        return await Bus.FirstAsync<HoldersImported>(
            outcome => outcome.ImportId == order.ImportId && outcome.Batch == order.Batch, cancellationToken);
    }

    /// <summary>Tells of the agency and waits until the service knows it.</summary>
    public async Task KnowsAgencyAsync(Guid agency, CancellationToken cancellationToken)
    {
        await Bus.PublishAsync(Some.Agency(agency), cancellationToken);
        await Eventually.TrueAsync(
            () => ReadAsync(db => db.Agencies.AnyAsync(copy => copy.Id == agency, cancellationToken)), cancellationToken);
    }

    /// <summary>Answers the JSON of a path that must be there.</summary>
    public static Task<JsonElement> GetAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        client.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Bus.DisposeAsync();
        await Issuer.DisposeAsync();
        await Policy.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    private HttpClient With(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
