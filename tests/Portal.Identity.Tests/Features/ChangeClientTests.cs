using System.Net;
using Portal.Contracts.Accounts;
using Portal.Identity.Features.Clients;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class ChangeClientTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    [Fact]
    public async Task A_clients_names_and_address_are_changed_and_everyone_is_told()
    {
        var agency = await TestAgency.OpenAsync(running.Host);
        var client = await agency.ClientAsync();
        var token = await agency.StaffTokenAsync(Roles.Agent);
        var read = await running.Host.GetAnswerAsync($"/api/v1/clients/{client.Id}", token);

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Patch, $"/api/v1/clients/{client.Id}", token, new
            {
                dba = "OBF",
                address = new { zip = "37203-1234" },
            }, read.Etag);
        var late = await running.Host.AnswerAsync(
            HttpMethod.Patch, $"/api/v1/clients/{client.Id}", token, new { legalName = "Late LLC" }, read.Etag);

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.Status, answer.Etag));
        Assert.Equal("OBF", answer.As<ClientResponse>().Dba);
        var changed = await running.Bus.FirstAsync<AccountChanged>(
            one => one.AccountId == client.Id, TestContext.Current.CancellationToken);
        Assert.Equal(
            (2, "O'Brien Freight LLC", "OBF", "37203-1234", "TN"),
            (changed.Version, changed.LegalName, changed.Dba, changed.Address.Zip, changed.Address.State));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (late.Status, late.Code));
        Assert.Equal(["client.changed"], await agency.TrailAsync());
    }

    [Fact]
    public async Task Null_removes_the_dba_and_what_stands_already_is_no_change()
    {
        var agency = await TestAgency.OpenAsync(running.Host);
        var path = $"/api/v1/clients/{(await agency.ClientAsync()).Id}";
        var token = await agency.StaffTokenAsync(Roles.Agent);
        await running.Host.AnswerAsync(HttpMethod.Patch, path, token, new { dba = "OBF" });

        var removed = await running.Host.AnswerAsync(HttpMethod.Patch, path, token, new { dba = (string?)null });
        var same = await running.Host.AnswerAsync(
            HttpMethod.Patch, path, token, new { legalName = "O'Brien Freight LLC" });

        Assert.Null(removed.As<ClientResponse>().Dba);
        Assert.Equal(("\"3\"", "\"3\""), (removed.Etag, same.Etag));
    }

    [Fact]
    public async Task A_wrong_address_is_refused_field_by_field()
    {
        var agency = await TestAgency.OpenAsync(running.Host);
        var path = $"/api/v1/clients/{(await agency.ClientAsync()).Id}";

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Patch,
            path,
            await agency.StaffTokenAsync(Roles.Agent),
            new { legalName = " ", address = new { state = "XX", zip = "1" } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            ["legalName", "address.state", "address.zip"], answer.Problem!.Errors!.Select(error => error.Field));
    }

    [Fact]
    public async Task A_client_of_another_agency_does_not_exist()
    {
        var client = await (await TestAgency.OpenAsync(running.Host)).ClientAsync();
        var stranger = await (await TestAgency.OpenAsync(running.Host)).StaffTokenAsync(Roles.Admin);

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Patch, $"/api/v1/clients/{client.Id}", stranger, new { legalName = "Mine" });

        Assert.Equal((HttpStatusCode.NotFound, "client-not-found"), (answer.Status, answer.Code));
    }
}
