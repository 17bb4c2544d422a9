using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Contracts;
using Portal.Policies.Tests.Support;
using Portal.Testing;

namespace Portal.Policies.Tests.Features;

public sealed class ListTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private PolicyService _service = null!;
    private HttpClient _partner = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await PolicyService.StartAsync(servers, Stop);
        _partner = _service.PartnerOf(_agency);
        await _partner.ImportAsync(
            new Dictionary<string, string>
            {
                ["clients"] = PartnerCalls.Data("clients.csv"),
                ["policies"] = PartnerCalls.Data("policies.csv").Replace(
                    "WC-1,Selective Insurance Company of America,12572,,,2026-07-01,2027-07-01",
                    "WC-1,Selective Insurance Company of America,12572,,,2019-07-01,2020-07-01",
                    StringComparison.Ordinal),
            },
            Stop);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("clientRef=C2", "UM-2")]
    [InlineData("line=auto", "AU-1")]
    [InlineData("status=expired", "WC-1")]
    [InlineData("expiringBefore=2020-07-02", "WC-1")]
    [InlineData("expiringBefore=2020-07-01", "")]
    [InlineData("q=schafer", "UM-2")]
    [InlineData("q=gl-1", "GL-1")]
    [InlineData("q=SELECTIVE", "AU-1,WC-1")]
    [InlineData("q=%25", "")]
    [InlineData("clientRef=C1&line=auto&q=x", "")]
    public async Task A_filter_narrows_the_list(string query, string numbers)
    {
        var found = await _partner.ItemsAsync($"/api/v1/policies?{query}", Stop);

        Assert.Equal(numbers, string.Join(',', found.Select(policy => policy.GetProperty("number").GetString()).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("client=somebody", "filter-not-known", "client")]
    [InlineData("line=flood", "filter-not-known", "line")]
    [InlineData("status=asleep", "filter-not-known", "status")]
    [InlineData("expiringBefore=soon", "filter-not-known", "expiringBefore")]
    [InlineData("limit=many", "filter-not-known", "limit")]
    [InlineData("cursor=!", "invalid-cursor", "cursor")]
    [InlineData("q=%00", "filter-not-known", "q")]
    public async Task A_filter_that_is_not_known_is_named(string query, string code, string field)
    {
        using var response = await _partner.GetAsync($"/api/v1/policies?{query}", Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end()
    {
        var numbers = new List<string?>();
        string? next = "";
        while (next is not null)
        {
            var page = await _partner.GetFromJsonAsync<JsonElement>($"/api/v1/policies?limit=1&cursor={next}", Stop);
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(policy => policy.GetProperty("number").GetString()));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(["AU-1", "GL-1", "UM-2", "WC-1"], numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_has_the_shape_that_clients_rely_on()
    {
        var item = (await _partner.ItemsAsync("/api/v1/policies?clientRef=C2", Stop)).Single();

        Assert.Equal(
            ["id", "clientId", "clientRef", "clientName", "line", "number", "carrier", "effective", "expiration", "status", "etag"],
            item.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("umbrella", "2026-01-01", "16535"),
            (item.GetProperty("line").GetString(), item.GetProperty("effective").GetString(), item.GetProperty("carrier").GetProperty("naic").GetString()));
    }

    [Fact]
    public async Task A_client_is_called_as_its_latest_version_says()
    {
        var client = (await _partner.ItemsAsync("/api/v1/policies?clientRef=C2", Stop)).Single().GetProperty("clientId").GetGuid();

        await _service.Bus.PublishAsync(Account(client, 3, "Third Name Inc."), Stop);
        await Eventually.GetAsync(() => NameAsync(client), name => name == "Third Name Inc.", Stop);
        await _service.Bus.PublishAsync(Account(client, 2, "Second Name Inc."), Stop);
        await _service.Bus.PublishAsync(Account(client, 4, "Fourth Name Inc."), Stop);
        await Eventually.GetAsync(() => NameAsync(client), name => name == "Fourth Name Inc.", Stop);
        await _service.Bus.PublishAsync(Account(client, 2, "Second Name Inc."), Stop);

        using var renewal = await _partner.SendJsonAsync(
            HttpMethod.Post, $"/api/v1/clients/{client}/renewals", "{}", Stop);
        Assert.Equal("Fourth Name Inc.", await NameAsync(client));
        Assert.Single(await _partner.ItemsAsync("/api/v1/policies?q=fourth", Stop));
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_route()
    {
        var document = await _service.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => method.Value)).ToList();
        Assert.Equal(
            ["CancelPolicy", "CorrectPolicy", "GetImport", "GetPolicy", "GetRenewal", "ListPolicies", "RenewClient", "RenewPolicy", "StartImport"],
            operations.Select(operation => operation.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(operations, operation => Assert.NotEmpty(operation.GetProperty("summary").GetString()!));
    }

    private async Task<string?> NameAsync(Guid client) =>
        (await _partner.ItemsAsync($"/api/v1/policies?client={client}", Stop)).Single().GetProperty("clientName").GetString();

    private AccountChanged Account(Guid client, long version, string name) => new()
    {
        AccountId = client,
        AgencyId = _agency,
        Version = version,
        ClientRef = "C2",
        LegalName = name,
        Address = new PostalAddress { Street = "1 Main St", City = "Denver", State = "CO", Zip = "80202" },
        ContactName = "Elena Schäfer",
        ContactEmail = "elena@schaefer.example",
        OccurredAt = Some.Now,
    };
}
