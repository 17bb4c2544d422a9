using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Contracts.Policies;
using Portal.Policies.Features.Policies;
using Portal.Policies.Tests.Support;
using Portal.ServiceDefaults.Paging;
using Portal.Testing.Answers;

namespace Portal.Policies.Tests.Features;

public sealed class ListTests(ImportedPolicies imported) : IClassFixture<ImportedPolicies>
{
    private readonly HttpClient _partner = imported.Partner;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("clientRef=C2", "UM-2")]
    [InlineData("line=auto", "AU-1")]
    [InlineData("status=expired", "WC-1")]
    [InlineData("lifecycleStatus=expired", "WC-1")]
    [InlineData("lifecycleStatus=lapsed", "")]
    [InlineData("expiringBefore=2020-07-02", "WC-1")]
    [InlineData("expiringBefore=2020-07-01", "")]
    [InlineData("q=schafer", "UM-2")]
    [InlineData("q=gl-1", "GL-1")]
    [InlineData("q=SELECTIVE", "AU-1,WC-1")]
    [InlineData("q=%25", "")]
    [InlineData("clientRef=&q=&cursor=", "AU-1,GL-1,UM-2,WC-1")]
    [InlineData("clientRef=C1&line=auto&q=x", "")]
    public async Task A_filter_narrows_the_list(string query, string numbers)
    {
        var found = await _partner.ItemsAsync<PolicyResponse>($"/api/v1/policies?{query}", Stop);

        Assert.Equal(
            numbers, string.Join(',', found.Select(policy => policy.Number).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("client=somebody", "client-invalid", "client")]
    [InlineData("line=flood", "line-invalid", "line")]
    [InlineData("status=asleep", "status-invalid", "status")]
    [InlineData("expiringBefore=soon", "expiring-before-invalid", "expiringBefore")]
    [InlineData("limit=many", "limit-invalid", "limit")]
    [InlineData("client=", "client-invalid", "client")]
    [InlineData("line=", "line-invalid", "line")]
    [InlineData("status=", "status-invalid", "status")]
    [InlineData("expiringBefore=", "expiring-before-invalid", "expiringBefore")]
    [InlineData("expiringBefore=07/01/2020", "expiring-before-invalid", "expiringBefore")]
    [InlineData("limit=", "limit-invalid", "limit")]
    [InlineData("cursor=!", "cursor-invalid", "cursor")]
    [InlineData("q=%01", "q-invalid", "q")]
    public async Task A_filter_that_is_not_known_is_named(string query, string code, string field)
    {
        using var response = await _partner.GetAsync($"/api/v1/policies?{query}", Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_end()
    {
        var numbers = new List<string>();
        string? next = "";
        while (next is not null)
        {
            var page = await _partner.ReadAsync<Page<PolicyResponse>>(
                $"/api/v1/policies?limit=1&cursor={next}", Stop);
            numbers.AddRange(page.Items.Select(policy => policy.Number));
            next = page.Next;
        }

        Assert.Equal(["AU-1", "GL-1", "UM-2", "WC-1"], numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_has_the_shape_that_clients_rely_on()
    {
        var item = (await _partner.ItemsAsync<JsonElement>("/api/v1/policies?clientRef=C2", Stop)).Single();

        Assert.Equal(
            [
                "id", "clientId", "clientRef", "clientName", "line", "number", "carrier", "effective", "expiration",
                "status", "lifecycleStatus", "cancelledAsOf", "coverEnds", "limits", "coverage", "etag", "terms",
            ],
            item.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("umbrella", "2026-01-01", "16535"),
            (
                item.GetProperty("line").GetString(),
                item.GetProperty("effective").GetString(),
                item.GetProperty("carrier").GetProperty("naic").GetString()));
    }

    [Fact]
    public async Task The_policies_of_a_client_come_with_limits_and_terms_as_the_single_policy_has_them()
    {
        var client = (await imported.PolicyAsync("gl-1")).ClientId;

        var listed = await _partner.GetStringAsync($"/api/v1/policies?client={client}", Stop);
        var items = await _partner.ItemsAsync<PolicyResponse>($"/api/v1/policies?client={client}", Stop);

        Assert.Equal(3, items.Count);
        foreach (var item in items)
        {
            var single = await _partner.GetStringAsync($"/api/v1/policies/{item.Id}", Stop);
            Assert.Contains(single, listed, StringComparison.Ordinal);
            Assert.NotEmpty(item.Terms);
        }

        var liability = items.Single(item => item.Number == "GL-1");
        Assert.Equal(1_000_000, liability.Limits.EachOccurrence);
        Assert.Equal(CoverageForm.Occurrence, liability.Coverage.Form);
        Assert.Null(liability.CancelledAsOf);
    }

    [Fact]
    public async Task The_description_of_the_API_names_every_route_but_that_between_services()
    {
        var document = await imported.Service.CreateClient().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => method.Value)).ToList();
        Assert.Equal(
            [
                "AddPolicy", "CancelPolicy", "CarryOutImport", "CorrectEvent", "CorrectPolicy", "EndorsePolicy",
                "GetImport", "GetPolicy", "GiveCancellationNotice", "GiveNonRenewalNotice", "ListClientOverviews",
                "ListPolicies", "ListPolicyEvents", "ReinstatePolicy", "RenewClient", "RenewPolicy", "RescindNotice",
                "RewritePolicy", "StartImport",
            ],
            operations.Select(
                operation => operation.GetProperty("operationId").GetString()).Order(StringComparer.Ordinal));
        Assert.All(operations, operation => Assert.NotEmpty(operation.GetProperty("summary").GetString()!));
    }
}
