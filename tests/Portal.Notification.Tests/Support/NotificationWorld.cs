using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Contracts;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Messages;
using Portal.Testing.Tokens;
using Xunit;

namespace Portal.Notification.Tests.Support;

/// <summary>
/// The Notification service in as many replicas as a test starts, on a real broker and database, with a relay and
/// stand-ins for the services around it.
/// </summary>
internal sealed class NotificationWorld : IAsyncDisposable
{
    private readonly List<WebApplicationFactory<Program>> replicas = [];
    private readonly TestIssuer issuer;

    private NotificationWorld(Dictionary<string, string> settings, Relay relay, FakeCertificates certificates, TestIssuer issuer, RecordingBus bus) =>
        (Settings, Relay, Certificates, this.issuer, Bus) = (settings, relay, certificates, issuer, bus);

    public Dictionary<string, string> Settings { get; }

    public Relay Relay { get; }

    public FakeCertificates Certificates { get; }

    public RecordingBus Bus { get; }

    /// <summary>What the replicas logged.</summary>
    public LogRecorder Logs { get; } = new();

    /// <summary>Outcomes that were told, in order of arrival.</summary>
    public IReadOnlyList<DeliveryOutcome> Outcomes =>
        [.. Bus.Received<DeliveriesChanged>().SelectMany(changed => changed.Deliveries)];

    /// <summary>Message-IDs of the mails that the relay accepted, in order.</summary>
    public IReadOnlyList<string> Mails => [.. Relay.Accepted.Select(mail => ParsedMail.Parse(mail).Raw("Message-ID"))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<NotificationWorld> CreateAsync(Servers servers, Relay? relay = null)
    {
        relay ??= new Relay();
        var broker = await servers.CreateVirtualHostAsync(Token);
        var issuer = await TestIssuer.StartAsync();
        var certificates = await FakeCertificates.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:rabbitmq"] = broker,
            ["ConnectionStrings:notificationdb"] = await servers.CreateDatabaseAsync("notification", Token),
            ["services:certificate:http:0"] = certificates.Address,
            ["CodeProtection:Key"] = Some.CodeKey,
            ["Smtp:Host"] = "localhost",
            ["Smtp:Port"] = $"{relay.Port}",
            ["Smtp:Security"] = "none",
            ["Smtp:From"] = "Certificates <certificates@portal.example>",
            ["Delivery:FirstRetry"] = "00:00:00.050",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in issuer.Settings)
        {
            settings[key] = value!;
        }

        var bus = await RecordingBus.StartAsync(broker, [typeof(DeliveriesChanged), typeof(ActionRecorded)], Token);
        return new NotificationWorld(settings, relay, certificates, issuer, bus);
    }

    /// <summary>Starts a replica.</summary>
    public WebApplicationFactory<Program> Start()
    {
#pragma warning disable CA2000 // The world disposes the replicas.
        var replica = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            foreach (var (key, value) in Settings)
            {
                web.UseSetting(key, value);
            }

            web.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Logs));
        });
#pragma warning restore CA2000
        _ = replica.Server;
        replicas.Add(replica);
        return replica;
    }

    /// <summary>A partner of an agency, at the replica that was started first.</summary>
    public HttpClient PartnerOf(Guid agency, params string[] scopes) =>
        With(issuer.PartnerToken(agency, scopes.Length > 0 ? scopes : ["deliveries.read", "deliveries.write"]));

    /// <summary>A person of an insured, with more scopes than such a person has: the bounds alone must hold.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) =>
        With(issuer.InsuredToken(agency, account, "deliveries.read", "deliveries.write"));

    /// <summary>A person of the agency.</summary>
    public HttpClient AgentOf(Guid agency) => With(issuer.StaffToken(agency, Roles.Agent));

    public HttpClient Anonymous() => replicas[0].CreateClient();

    /// <summary>Deliveries of a distribution as the API shows them.</summary>
    public async Task<List<JsonElement>> DeliveriesAsync(CertificatesIssued issued, string more = "")
    {
        using var client = PartnerOf(issued.AgencyId);
        var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/deliveries?limit=200&distribution={issued.DistributionId}{more}", Token);
        return [.. page.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Waits until each certificate of a batch has so many outcomes told.</summary>
    public Task ToldAsync(CertificatesIssued issued, int times = 1) => Eventually.TrueAsync(
        () => Outcomes.Count(outcome => outcome.DistributionId == issued.DistributionId) >= issued.Certificates.Length * times, Token);

    /// <summary>Runs SQL of a test's own.</summary>
    public async Task<object?> AskDatabaseAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(Settings["ConnectionStrings:notificationdb"] + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await Bus.DisposeAsync();
        await Relay.DisposeAsync();
        await Certificates.DisposeAsync();
        await issuer.DisposeAsync();
    }

    private HttpClient With(string token)
    {
        var client = replicas[0].CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
