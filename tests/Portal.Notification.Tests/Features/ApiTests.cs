using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Contracts;
using Portal.Notification.Tests.Support;
using Portal.Testing;
using Xunit;

namespace Portal.Notification.Tests.Features;

public sealed class ApiTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        var issued = await SendAsync(world, 7);
        using var partner = world.PartnerOf(issued.AgencyId);

        var seen = new List<Guid>();
        var pages = 0;
        string? next = "";
        while (next is not null)
        {
            var page = await partner.GetFromJsonAsync<JsonElement>($"/api/v1/deliveries?limit=3{(next.Length > 0 ? "&cursor=" + next : "")}", Token);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("certificateId").GetGuid()));
            next = page.GetProperty("next").GetString();
            pages++;
        }

        Assert.Equal(3, pages);
        Assert.Equal(7, seen.Count);
        Assert.Equal(issued.Certificates.Select(certificate => certificate.CertificateId).Order(), seen.Order());
    }

    [Fact]
    public async Task A_delivery_has_the_shape_that_clients_rely_on()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        var issued = await SendAsync(world, 1);

        var delivery = Assert.Single(await world.DeliveriesAsync(issued));

        Assert.Equal(
            ["id", "certificateId", "distributionId", "holder", "status", "attempts", "lastAnswer", "nextAttemptAt", "deliveredAt"],
            delivery.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["name", "email"], delivery.GetProperty("holder").EnumerateObject().Select(property => property.Name));
        Assert.Equal(issued.Certificates[0].CertificateId, delivery.GetProperty("certificateId").GetGuid());
        Assert.Equal(issued.DistributionId, delivery.GetProperty("distributionId").GetGuid());
        Assert.Equal("Holder 1 & Söhne", delivery.GetProperty("holder").GetProperty("name").GetString());
        Assert.Equal("delivered", delivery.GetProperty("status").GetString());
        Assert.Equal(TimeSpan.Zero, delivery.GetProperty("deliveredAt").GetDateTimeOffset().Offset);
    }

    [Fact]
    public async Task Nobody_sees_another_agency_or_another_account()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        var issued = await SendAsync(world, 1);
        var id = Assert.Single(await world.DeliveriesAsync(issued)).GetProperty("id").GetGuid();
        using var stranger = world.PartnerOf(Guid.CreateVersion7());
        using var nobodys = world.PartnerOf(Guid.Empty);
        using var insured = world.InsuredOf(issued.AgencyId, issued.AccountId);
        using var otherInsured = world.InsuredOf(issued.AgencyId, Guid.CreateVersion7());

        foreach (var client in new[] { stranger, nobodys, otherInsured })
        {
            var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/deliveries", Token);
            Assert.Equal(0, list.GetProperty("items").GetArrayLength());
            await AssertProblemAsync(await client.GetAsync(Path($"/api/v1/deliveries/{id}"), Token), HttpStatusCode.NotFound, "delivery-not-found");
        }

        foreach (var client in new[] { stranger, otherInsured })
        {
            await AssertProblemAsync(
                await client.PostAsync(Path($"/api/v1/deliveries/{id}/retries"), null, Token), HttpStatusCode.NotFound, "delivery-not-found");
        }

        var own = await insured.GetFromJsonAsync<JsonElement>($"/api/v1/deliveries/{id}", Token);
        Assert.Equal(id, own.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Each_route_wants_its_scope()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        var id = Guid.CreateVersion7();
        using var anonymous = world.Anonymous();
        using var other = world.PartnerOf(Guid.CreateVersion7(), "policies.read");
        using var reader = world.PartnerOf(Guid.CreateVersion7(), "deliveries.read");

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
        await using var world = await NotificationWorld.CreateAsync(servers);
        var issued = await SendAsync(world, 1);
        var id = Assert.Single(await world.DeliveriesAsync(issued)).GetProperty("id").GetGuid();
        using var partner = world.PartnerOf(issued.AgencyId);

        await AssertProblemAsync(
            await partner.PostAsync(Path($"/api/v1/deliveries/{id}/retries"), null, Token), HttpStatusCode.Conflict, "delivery-not-failed");
        Assert.Single(world.Relay.Accepted);
    }

    [Fact]
    public async Task A_status_that_does_not_exist_is_refused()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        using var partner = world.PartnerOf(Guid.CreateVersion7());

        await AssertProblemAsync(
            await partner.GetAsync(Path("/api/v1/deliveries?status=lost"), Token), HttpStatusCode.UnprocessableEntity, "status-invalid");
    }

    [Fact]
    public async Task A_made_up_cursor_is_refused()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Start();
        using var partner = world.PartnerOf(Guid.CreateVersion7());

        await AssertProblemAsync(
            await partner.GetAsync(Path("/api/v1/deliveries?cursor=made-up"), Token), HttpStatusCode.UnprocessableEntity, "cursor-invalid");
    }

    [Fact]
    public async Task The_service_does_not_start_without_a_relay_to_send_to()
    {
        await using var world = await NotificationWorld.CreateAsync(servers);
        world.Settings["Smtp:Host"] = "";

        var refusal = Assert.ThrowsAny<Exception>(world.Start);

        Assert.Contains("Smtp__Host", refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<CertificatesIssued> SendAsync(NotificationWorld world, int holders)
    {
        world.Start();
        var issued = Some.Issued(holders);
        await world.Bus.PublishAsync(issued, Token);
        await world.ToldAsync(issued);
        return issued;
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            Assert.Equal(code, problem.GetProperty("code").GetString());
        }
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
