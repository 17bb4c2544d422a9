using System.Net;
using System.Text.Json;
using Portal.Contracts.Commands;
using Portal.Contracts.Imports;
using Portal.Identity.Features.Clients;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Paging;

namespace Portal.Identity.Tests.Features;

public sealed class ClientsTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "zebra Freight LLC", "Alpha & Sons", "Mid 100% Co.", "alpine Works", "Nord_Haus GmbH",
        "José Łukasz Straße Ørsted",
    ];

    private string _token = "";
    private ClientsImported _mine = null!;
    private ClientsImported _theirs = null!;

    public async ValueTask InitializeAsync()
    {
        _token = await running.Host.PartnerTokenAsync();
        _mine = await ImportAsync(
            IdentityHost.DemoAgency, [.. Names.Select((name, number) => Some.Row($"R{number}", name))]);
        _theirs = await ImportAsync(Guid.CreateVersion7(), Some.Row("R0", "Hidden Holdings"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Clients_come_by_name_page_by_page_each_once()
    {
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await running.Host.ReadAsync<Page<ClientResponse>>(
                $"/api/v1/clients?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}", _token);
            names.AddRange(page.Items.Select(client => client.LegalName));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(
            [
                "Alpha & Sons", "alpine Works", "José Łukasz Straße Ørsted", "Mid 100% Co.", "Nord_Haus GmbH",
                "zebra Freight LLC",
            ],
            names);
    }

    [Theory]
    [InlineData("ALP", 2)]
    [InlineData("R3", 1)]
    [InlineData("ximena", 6)]
    [InlineData("100%", 1)]
    [InlineData("%", 1)]
    [InlineData("_", 1)]
    [InlineData("hidden", 0)]
    [InlineData("nothing like it", 0)]
    public async Task A_search_looks_in_reference_names_and_contact_and_takes_wildcards_literally(
        string searched, int found)
    {
        Assert.Equal(found, (await SearchAsync(searched)).Count);
    }

    [Theory]
    [InlineData("Jose")]
    [InlineData("JOSÉ")]
    [InlineData("jose\u0301")]
    [InlineData("lukasz strasse")]
    [InlineData("STRAẞE ORSTED")]
    public async Task A_search_takes_no_notice_of_accents(string searched)
    {
        Assert.Equal("José Łukasz Straße Ørsted", Assert.Single(await SearchAsync(searched)).LegalName);
    }

    [Fact]
    public async Task One_client_is_read_by_its_id()
    {
        var id = _mine.Clients.Single(client => client.ClientRef == "R1").AccountId;

        var client = await running.Host.ReadJsonAsync($"/api/v1/clients/{id}", _token);

        var expected = $$$"""
            {
              "id": "{{{id}}}", "ref": "R1", "legalName": "Alpha & Sons", "dba": null,
              "address": { "street": "9827 Airport Pkwy", "city": "Nashville", "state": "TN", "zip": "37203" },
              "contact": { "name": "Ximena O'Brien", "email": "ximena@obrienfreight.example", "mobile": "+15556476059" }
            }
            """;
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), client), client.GetRawText());
    }

    [Fact]
    public async Task A_client_of_another_agency_does_not_exist()
    {
        using var response = await running.Host.GetAsync($"/api/v1/clients/{_theirs.Clients[0].AccountId}", _token);

        await response.ProblemAsync(HttpStatusCode.NotFound, "client-not-found");
    }

    [Fact]
    public async Task A_cursor_that_this_list_did_not_issue_is_refused()
    {
        using var response = await running.Host.GetAsync("/api/v1/clients?cursor=abc", _token);

        await response.ProblemAsync(HttpStatusCode.UnprocessableEntity, "cursor-invalid");
    }

    private async Task<IReadOnlyList<ClientResponse>> SearchAsync(string searched)
    {
        var page = await running.Host.ReadAsync<Page<ClientResponse>>(
            $"/api/v1/clients?q={Uri.EscapeDataString(searched)}", _token);
        return page.Items;
    }

    private async Task<ClientsImported> ImportAsync(Guid agency, params ClientRow[] rows)
    {
        var order = Some.Order(agency, rows);
        await running.Bus.SendAsync(order, ImportClientsCommand.Queue, TestContext.Current.CancellationToken);
        return await running.Bus.FirstAsync<ClientsImported>(
            answer => answer.ImportId == order.ImportId, TestContext.Current.CancellationToken);
    }
}
