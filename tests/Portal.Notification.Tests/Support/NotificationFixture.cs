using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Contracts.Certificates;
using Portal.Contracts.Deliveries;
using Portal.Contracts.Identity;
using Portal.Notification.Features.Deliveries;
using Portal.Notification.Storage;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Answers;
using Portal.Testing.Services;
using Portal.Testing.Waiting;
using Xunit;

namespace Portal.Notification.Tests.Support;

/// <summary>
/// The Notification service in as many replicas as a test starts, on a real broker and database, with a relay and
/// stand-ins for the services around it.
/// </summary>
internal sealed class NotificationFixture : ServiceUnderTest<Program, NotificationDb>
{
    private NotificationFixture(Surroundings surroundings, Relay relay, FakeCertificates certificates)
        : base(surroundings) => (Relay, Certificates) = (relay, certificates);

    public Relay Relay { get; }

    public FakeCertificates Certificates { get; }

    /// <summary>What the replicas logged.</summary>
    public LogRecorder Logs { get; } = new();

    /// <summary>Outcomes that were told, in order of arrival.</summary>
    public IReadOnlyList<DeliveryOutcome> Outcomes =>
        [.. Bus.Received<DeliveriesChanged>().SelectMany(changed => changed.Deliveries)];

    /// <summary>Message-IDs of the mails that the relay accepted, in order.</summary>
    public IReadOnlyList<string> Mails => [.. Relay.Accepted.Select(mail => ParsedMail.Parse(mail).Raw("Message-ID"))];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Makes what the replicas need; a test starts them when it has changed the settings.</summary>
    public static async Task<NotificationFixture> CreateAsync(Servers servers)
    {
        var surroundings = await Surroundings.CreateAsync(
            servers, "notification", [typeof(DeliveriesChanged), typeof(ActionRecorded)], Token);
        var relay = surroundings.Keep(new Relay());
        var certificates = surroundings.Keep(await FakeCertificates.StartAsync());
        surroundings.Set(new Dictionary<string, string?>
        {
            ["services:certificate:http:0"] = certificates.Address,
            ["CodeProtection:Key"] = Some.CodeKey,
            ["Smtp:Host"] = "localhost",
            ["Smtp:Port"] = $"{relay.Port}",
            ["Smtp:Security"] = "none",
            ["Smtp:From"] = "Certificates <certificates@portal.example>",
            ["Delivery:FirstRetry"] = "00:00:00.050",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        return new NotificationFixture(surroundings, relay, certificates);
    }

    /// <summary>A partner of an agency, at the replica that was started first.</summary>
    public HttpClient PartnerOf(Guid agency, params string[] scopes) =>
        With(Issuer.PartnerToken(agency, scopes.Length > 0 ? scopes : ["deliveries.read", "deliveries.write"]));

    /// <summary>A person of an insured, with more scopes than such a person has: the bounds alone must hold.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) =>
        With(Issuer.InsuredToken(agency, account, "deliveries.read", "deliveries.write"));

    /// <summary>A person of the agency.</summary>
    public HttpClient AgentOf(Guid agency) => With(Issuer.StaffToken(agency, Roles.Agent));

    /// <summary>Deliveries of a distribution as the API shows them.</summary>
    public async Task<IReadOnlyList<DeliveryResponse>> DeliveriesAsync(CertificatesIssued issued, string more = "")
    {
        using var client = PartnerOf(issued.AgencyId);
        return await client.ItemsAsync<DeliveryResponse>(
            $"/api/v1/deliveries?limit=200&distribution={issued.DistributionId}{more}", Token);
    }

    /// <summary>Waits until each certificate of a batch has so many outcomes told.</summary>
    public Task ToldAsync(CertificatesIssued issued, int times = 1) => Eventually.GetAsync(
        () => Outcomes.Count(outcome => outcome.DistributionId == issued.DistributionId),
        told => told >= issued.Certificates.Length * times,
        Token);

    /// <summary>Runs SQL of a test's own.</summary>
    public async Task<object?> AskDatabaseAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(Database + ";Pooling=false");
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Token);
    }

    protected override void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Logs));
}
