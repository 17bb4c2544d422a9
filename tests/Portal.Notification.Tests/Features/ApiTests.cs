using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Portal.Contracts.Certificates;
using Portal.Notification.Features.Deliveries;
using Portal.Notification.Tests.Support;
using Portal.ServiceDefaults;
using Portal.Testing;
using Portal.Testing.Answers;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class ApiTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var issued = await SendAsync(fixture, 7);
        using var partner = fixture.PartnerOf(issued.AgencyId);

        var pages = await partner.PagesAsync<DeliveryResponse>("/api/v1/deliveries?limit=3", Token);

        Assert.Equal([3, 3, 1], pages.Select(page => page.Count));
        Assert.Equal(
            issued.Certificates.Select(certificate => certificate.CertificateId).Order(),
            pages.SelectMany(page => page).Select(delivery => delivery.CertificateId).Order());
    }

    [Fact]
    public async Task A_delivery_has_the_shape_that_clients_rely_on()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var issued = await SendAsync(fixture, 1);

        using var partner = fixture.PartnerOf(issued.AgencyId);

        var page = await partner.GetFromJsonAsync<JsonNode>("/api/v1/deliveries", Token);

        var delivery = Assert.Single(page!["items"]!.AsArray())!;
        Assert.Equal(
            [
                "id", "certificateId", "distributionId", "holder", "status", "attempts", "lastAnswer", "nextAttemptAt",
                "deliveredAt",
            ],
            delivery.AsObject().Select(property => property.Key));
        Assert.Equal(["name", "email"], delivery["holder"]!.AsObject().Select(property => property.Key));
        Assert.Equal(issued.Certificates[0].CertificateId, (Guid)delivery["certificateId"]!);
        Assert.Equal(issued.DistributionId, (Guid)delivery["distributionId"]!);
        Assert.Equal("Holder 1 & Söhne", (string?)delivery["holder"]!["name"]);
        Assert.Equal("delivered", (string?)delivery["status"]);
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)delivery["deliveredAt"]!).Offset);
    }

    [Fact]
    public async Task Nobody_sees_another_agency_or_another_account()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var issued = await SendAsync(fixture, 1);
        var id = Assert.Single(await fixture.DeliveriesAsync(issued)).Id;
        using var stranger = fixture.PartnerOf(Guid.CreateVersion7());
        using var nobodys = fixture.PartnerOf(Guid.Empty);
        using var insured = fixture.InsuredOf(issued.AgencyId, issued.AccountId);
        using var otherInsured = fixture.InsuredOf(issued.AgencyId, Guid.CreateVersion7());

        foreach (var client in new[] { stranger, nobodys, otherInsured })
        {
            Assert.Empty(await client.ItemsAsync<DeliveryResponse>("/api/v1/deliveries", Token));
            await AssertProblemAsync(
                await client.GetAsync(Path($"/api/v1/deliveries/{id}"), Token),
                HttpStatusCode.NotFound,
                "delivery-not-found");
        }

        foreach (var client in new[] { stranger, otherInsured })
        {
            await AssertProblemAsync(
                await client.PostAsync(
                    Path($"/api/v1/deliveries/{id}/retries"),
                    null,
                    Token), HttpStatusCode.NotFound, "delivery-not-found");
        }

        Assert.Equal(id, (await insured.ReadAsync<DeliveryResponse>($"/api/v1/deliveries/{id}", Token)).Id);
    }

    [Fact]
    public async Task Each_route_wants_its_scope()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        var id = Guid.CreateVersion7();
        using var anonymous = fixture.CreateClient();
        using var other = fixture.PartnerOf(Guid.CreateVersion7(), "policies.read");
        using var reader = fixture.PartnerOf(Guid.CreateVersion7(), "deliveries.read");

        foreach (var path in new[] { "/api/v1/deliveries", $"/api/v1/deliveries/{id}" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(Path(path), Token)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Path(path), Token)).StatusCode);
        }

        var retries = Path($"/api/v1/deliveries/{id}/retries");
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.PostAsync(retries, null, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(retries, null, Token)).StatusCode);
    }

    [Fact]
    public async Task Only_a_failed_delivery_is_tried_again()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        var issued = await SendAsync(fixture, 1);
        var id = Assert.Single(await fixture.DeliveriesAsync(issued)).Id;
        using var partner = fixture.PartnerOf(issued.AgencyId);

        await AssertProblemAsync(
            await partner.PostAsync(
                Path($"/api/v1/deliveries/{id}/retries"), null, Token), HttpStatusCode.Conflict, "delivery-not-failed");
        Assert.Single(fixture.Relay.Accepted);
    }

    [Fact]
    public async Task A_status_that_does_not_exist_is_refused()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        using var partner = fixture.PartnerOf(Guid.CreateVersion7());

        await AssertProblemAsync(
            await partner.GetAsync(
                Path("/api/v1/deliveries?status=lost"), Token), HttpStatusCode.UnprocessableEntity, "status-invalid");
    }

    [Fact]
    public async Task A_made_up_cursor_is_refused()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Start();
        using var partner = fixture.PartnerOf(Guid.CreateVersion7());

        await AssertProblemAsync(
            await partner.GetAsync(
                Path("/api/v1/deliveries?cursor=made-up"),
                Token), HttpStatusCode.UnprocessableEntity, "cursor-invalid");
    }

    [Fact]
    public async Task The_service_does_not_start_without_a_relay_to_send_to()
    {
        await using var fixture = await NotificationFixture.CreateAsync(servers);
        fixture.Settings["Smtp:Host"] = "";
        // Not by the factory of test servers: on a busy machine it tells that the service is gone, and not why.
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(fixture.Settings);
        builder.AddServiceDefaults();
        builder.AddNotificationServices();
        await using var service = builder.Build();

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => service.StartAsync(Token));

        Assert.Contains("Smtp__Host", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<CertificatesIssued> SendAsync(NotificationFixture fixture, int holders)
    {
        fixture.Start();
        var issued = Some.Issued(holders);
        await fixture.Bus.PublishAsync(issued, Token);
        await fixture.ToldAsync(issued);
        return issued;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(code, (await response.ReadAsync<Problem>(Token)).Code);
        }
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
