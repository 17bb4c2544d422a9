using Portal.Policies.Features.Policies;
using Portal.Testing;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Support;

/// <summary>A service with imported clients and policies, for the tests of a class that change nothing.</summary>
public sealed class ImportedPolicies(Servers servers) : IAsyncLifetime
{
    internal Guid Agency { get; } = Guid.CreateVersion7();

    internal PolicyService Service { get; private set; } = null!;

    internal HttpClient Partner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Service = await PolicyService.StartAsync(servers, cancellationToken);
        Partner = Service.PartnerOf(Agency);
        await Partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv").Replace(
                    "WC-1,Selective Insurance Company of America,12572,,,2026-07-01,2027-07-01",
                    "WC-1,Selective Insurance Company of America,12572,,,2019-07-01,2020-07-01",
                    StringComparison.Ordinal),
            },
            cancellationToken);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    internal async Task<PolicyResponse> PolicyAsync(string number) =>
        (await Partner.ItemsAsync<PolicyResponse>(
            $"/api/v1/policies?q={number}", TestContext.Current.CancellationToken)).Single();
}
