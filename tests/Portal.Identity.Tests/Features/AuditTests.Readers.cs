using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Features.Audit.SearchAudit;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed partial class AuditTests
{
    [Fact]
    public async Task Another_agency_sees_nothing_of_it()
    {
        await RecordAsync(Fact("contact.added"));

        var answer = await running.Host.GetAnswerAsync(
            Trail, await (await TestAgency.OpenAsync(running.Host)).StaffTokenAsync(Roles.Admin));

        Assert.Empty(answer.Items<EntryResponse>());
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Assistant)]
    public async Task Agents_and_assistants_do_not_read_the_trail(string role)
    {
        var token = await _agency.StaffTokenAsync(role);

        foreach (var path in new[] { Trail, $"{Trail}/verification" })
        {
            var answer = await running.Host.GetAnswerAsync(path, token);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }
    }

    [Fact]
    public async Task Clients_do_not_verify_the_trail()
    {
        var answer = await running.Host.GetAnswerAsync(
            $"{Trail}/verification", await _agency.InsuredTokenAsync((await _agency.ClientAsync()).Id));

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_admin_verifies_the_agencys_own_trail()
    {
        await RecordAsync(Fact("contact.added"), Fact("contact.removed"));

        var verification = await VerifyAsync();

        var last = await running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .SingleAsync(one => one.AgencyId == _agency.Id && one.Number == 2));
        Assert.Equal((true, 2), (verification.Ok, verification.Entries));
        Assert.Equal(Convert.ToHexStringLower(last.Hash), verification.LastHash);
    }
}
