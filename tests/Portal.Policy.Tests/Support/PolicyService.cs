using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts;
using Portal.Policies.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;
using Portal.Testing.Messages;
using Portal.Testing.Tokens;

namespace Portal.Policies.Tests.Support;

/// <summary>The Policy service on a real broker and database, with stand-ins for Identity and Certificate.</summary>
internal sealed class PolicyService : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings;
    private readonly TestIssuer _issuer;
    private bool _isReplica;

    private PolicyService(
        Dictionary<string, string?> settings, TestIssuer issuer, RecordingBus bus, FakeIdentity identity, FakeCertificate certificate)
    {
        (_settings, _issuer, Bus, Identity, Certificate) = (settings, issuer, bus, identity, certificate);
    }

    public RecordingBus Bus { get; }

    public FakeIdentity Identity { get; }

    public FakeCertificate Certificate { get; }

    public static async Task<PolicyService> StartAsync(Servers servers, CancellationToken cancellationToken)
    {
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        var issuer = await TestIssuer.StartAsync();
        var settings = new Dictionary<string, string?>(issuer.Settings)
        {
            ["ConnectionStrings:rabbitmq"] = broker,
            ["ConnectionStrings:policydb"] = await servers.CreateDatabaseAsync("policy", cancellationToken),
            ["Logging:LogLevel:Default"] = "Warning",
        };
        var bus = await RecordingBus.StartAsync(
            broker, [typeof(PoliciesRenewed), typeof(PolicyAdded), typeof(PolicyChanged), typeof(ActionRecorded)], cancellationToken);
        var identity = await FakeIdentity.StartAsync(broker, cancellationToken);
        var certificate = await FakeCertificate.StartAsync(broker, cancellationToken);
        var service = new PolicyService(settings, issuer, bus, identity, certificate);
        _ = service.Server;
        return service;
    }

    /// <summary>A second process of the service beside this one, on the same broker and database.</summary>
    public PolicyService Replica()
    {
        var replica = new PolicyService(_settings, _issuer, Bus, Identity, Certificate) { _isReplica = true };
        _ = replica.Server;
        return replica;
    }

    /// <summary>A partner of the agency with every scope that the service asks partners for.</summary>
    public HttpClient PartnerOf(Guid agency) =>
        PartnerOf(agency, "policies.read", "policies.write", "imports.read", "imports.write");

    public HttpClient PartnerOf(Guid agency, params string[] scopes) => With(_issuer.PartnerToken(agency, scopes));

    /// <summary>A person of a client, with more scopes than such a person has: the bounds alone must hold.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) =>
        With(_issuer.InsuredToken(agency, account, "policies.read", "policies.write", "imports.read", "imports.write"));

    /// <summary>A partner's token that was narrowed to one client.</summary>
    public HttpClient PartnerOf(Guid agency, Guid account)
    {
        var claims = TestIssuer.Claims("policies.read policies.write");
        (claims["agency"], claims["account"], claims["role"]) = (agency.ToString(), account.ToString(), Roles.Partner);
        return With(_issuer.Token(claims));
    }

    /// <summary>Who brings a token with these claims.</summary>
    public HttpClient With(JsonObject claims) => With(_issuer.Token(claims));

    /// <summary>One of the portal's own services.</summary>
    public HttpClient ServiceWith(string scope) => With(_issuer.ServiceToken(scope));

    /// <summary>Reads the service's database, unbounded.</summary>
    public async Task<T> ReadAsync<T>(Func<PolicyDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
        return await read(scope.ServiceProvider.GetRequiredService<PolicyDb>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_isReplica)
        {
            return;
        }

        await Bus.DisposeAsync();
        await Identity.DisposeAsync();
        await Certificate.DisposeAsync();
        await _issuer.DisposeAsync();
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
