using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Compliance.Domain;
using Portal.Compliance.Storage;
using Portal.ServiceDefaults.Agencies;
using Portal.Testing;
using Portal.Testing.Messages;
using Portal.Testing.Tokens;

namespace Portal.Compliance.Tests.Support;

/// <summary>The Compliance service on a real broker and database.</summary>
internal sealed class ComplianceService : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TestIssuer _issuer;

    private ComplianceService(Dictionary<string, string> settings, RecordingBus bus, TestIssuer issuer) =>
        (_settings, Bus, _issuer) = (settings, bus, issuer);

    public RecordingBus Bus { get; }

    public static async Task<ComplianceService> StartAsync(Servers servers, CancellationToken cancellationToken)
    {
        var broker = await servers.CreateVirtualHostAsync(cancellationToken);
        var issuer = await TestIssuer.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:rabbitmq"] = broker,
            ["ConnectionStrings:compliancedb"] = await servers.CreateDatabaseAsync("compliance", cancellationToken),
        };
        foreach (var (key, value) in issuer.Settings)
        {
            settings[key] = value!;
        }

        var bus = await RecordingBus.StartAsync(broker, [], cancellationToken);
        var service = new ComplianceService(settings, bus, issuer);
        _ = service.Server;
        return service;
    }

    /// <summary>A partner of the agency.</summary>
    public HttpClient PartnerOf(Guid agency, string scope = "compliance.read") => With(_issuer.PartnerToken(agency, scope));

    /// <summary>An insured, who sees nothing but its own account.</summary>
    public HttpClient InsuredOf(Guid agency, Guid account) => With(_issuer.InsuredToken(agency, account));

    /// <summary>The evaluations of an agency.</summary>
    public async Task<JsonElement> EvaluationsAsync(Guid agency, string query, CancellationToken cancellationToken)
    {
        using var client = PartnerOf(agency);
        return await client.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/v1/compliance/evaluations{query}", UriKind.Relative), cancellationToken);
    }

    /// <summary>The newest proof of a share, once one is kept that matches.</summary>
    public Task<Proof> ProofAsync(Guid share, Func<Proof, bool> matches, CancellationToken cancellationToken) => FirstAsync(
        db => db.Proofs.AsNoTracking().SingleOrDefaultAsync(proof => proof.ShareId == share, cancellationToken), matches, cancellationToken);

    /// <summary>The copy of a policy, once one is kept that matches.</summary>
    public Task<KnownPolicy> PolicyAsync(Guid id, Func<KnownPolicy, bool> matches, CancellationToken cancellationToken) => FirstAsync(
        db => db.Policies.AsNoTracking().SingleOrDefaultAsync(policy => policy.PolicyId == id, cancellationToken), matches, cancellationToken);

    /// <summary>Waits until every certificate that was published before is dealt with, which happens one message at a time.</summary>
    public async Task CaughtUpAsync(Guid agency, CancellationToken cancellationToken)
    {
        var marker = Guid.CreateVersion7();
        await Bus.PublishAsync(Some.Issued(agency, marker, Some.Certificate(marker, 1, Some.Policy(marker))), cancellationToken);
        await ProofAsync(marker, _ => true, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Bus.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }

    private async Task<T> FirstAsync<T>(Func<ComplianceDb, Task<T?>> read, Func<T, bool> matches, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().Unbind();
            if (await read(scope.ServiceProvider.GetRequiredService<ComplianceDb>()) is { } row && matches(row))
            {
                return row;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    private HttpClient With(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
