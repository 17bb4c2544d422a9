using Portal.Contracts.Accounts;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.Testing.Answers;
using Portal.Testing.Waiting;

namespace Portal.Policies.Tests.Features;

public sealed class AccountTests(ImportedPolicies imported) : IClassFixture<ImportedPolicies>
{
    private readonly HttpClient _partner = imported.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_called_as_its_latest_version_says()
    {
        var client = (await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?clientRef=C2", Stop))
            .Single().ClientId;

        await imported.Service.Bus.PublishAsync(Account(client, 3, "Third Name Inc."), Stop);
        await Eventually.GetAsync(() => NameAsync(client), name => name == "Third Name Inc.", Stop);
        await imported.Service.Bus.PublishAsync(Account(client, 2, "Second Name Inc."), Stop);
        await imported.Service.Bus.PublishAsync(Account(client, 4, "Fourth Name Inc."), Stop);
        await Eventually.GetAsync(() => NameAsync(client), name => name == "Fourth Name Inc.", Stop);
        await imported.Service.Bus.PublishAsync(Account(client, 2, "Second Name Inc."), Stop);

        await _partner.ImportAsync(
            new Dictionary<string, string> { ["clients"] = PartnerCalls.Data("clients.csv") }, Stop);
        Assert.Equal("Fourth Name Inc.", await NameAsync(client));
        Assert.Single(await _partner.ItemsAsync<PolicyResponse>("/api/v1/policies?q=fourth", Stop));
    }

    private async Task<string> NameAsync(Guid client) =>
        (await _partner.ItemsAsync<PolicyResponse>($"/api/v1/policies?client={client}", Stop)).Single().ClientName;

    private AccountChanged Account(Guid client, long version, string name) => new()
    {
        AccountId = client,
        AgencyId = imported.Agency,
        Version = version,
        ClientRef = "C2",
        LegalName = name,
        Address = new PostalAddress { Street = "1 Main St", City = "Denver", State = "CO", Zip = "80202" },
        ContactName = "Elena Schäfer",
        ContactEmail = "elena@schaefer.example",
        OccurredAt = Some.Now,
    };
}
