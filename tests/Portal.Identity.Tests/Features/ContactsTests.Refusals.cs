using System.Net;
using Portal.Identity.Features.Contacts.ManageContacts;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed partial class ContactsTests
{
    [Fact]
    public async Task Who_read_an_older_version_changes_nothing()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var read = await running.Host.GetAnswerAsync($"{Contacts}/{contact.Id}", _token);
        var first = await ChangeAsync(contact.Id.ToString(), new { name = "First" }, read.Etag);

        var second = await ChangeAsync(contact.Id.ToString(), new { name = "Second" }, read.Etag);
        var removal = await running.Host.AnswerAsync(
            HttpMethod.Delete, $"{Contacts}/{contact.Id}", _token, ifMatch: read.Etag);
        await ChangeAsync("primary", new { name = "Other" });
        var primary = await ChangeAsync("primary", new { name = "Late" }, "\"1\"");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (second.Status, second.Code));
        Assert.Equal(HttpStatusCode.PreconditionFailed, removal.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, primary.Status);
        var stored = await running.Host.GetAnswerAsync($"{Contacts}/{contact.Id}", _token);
        Assert.Equal("First", stored.As<FurtherContactResponse>().Name);
    }

    [Fact]
    public async Task Contacts_of_another_agencys_client_do_not_exist()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var stranger = await (await TestAgency.OpenAsync(running.Host)).StaffTokenAsync(Roles.Admin);
        var one = $"{Contacts}/{contact.Id}";

        Answer[] answers =
        [
            await running.Host.GetAnswerAsync(Contacts, stranger),
            await running.Host.GetAnswerAsync(one, stranger),
            await running.Host.AnswerAsync(
                HttpMethod.Post, Contacts, stranger, new { name = "X", email = "x@y.example" }),
            await running.Host.AnswerAsync(HttpMethod.Patch, one, stranger, new { name = "X" }),
            await running.Host.AnswerAsync(HttpMethod.Patch, $"{Contacts}/primary", stranger, new { name = "X" }),
            await running.Host.AnswerAsync(HttpMethod.Delete, one, stranger),
        ];

        Assert.All(
            answers,
            answer => Assert.Equal((HttpStatusCode.NotFound, "client-not-found"), (answer.Status, answer.Code)));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_contact_is_not_reached_through_another_client()
    {
        var contact = await _agency.ContactAsync(await _agency.ClientAsync(), "fay@obrien.example");

        var answer = await ChangeAsync(contact.Id.ToString(), new { name = "X" });

        Assert.Equal((HttpStatusCode.NotFound, "contact-not-found"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(Roles.Assistant)]
    [InlineData(Roles.Insured)]
    public async Task Who_may_not_write_clients_is_refused(string role)
    {
        var token = role == Roles.Insured
            ? await _agency.InsuredTokenAsync(_client.Id)
            : await _agency.StaffTokenAsync(role);

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Post, Contacts, token, new { name = "X", email = "x@y.example" });

        Assert.Equal((HttpStatusCode.Forbidden, "scope-insufficient"), (answer.Status, answer.Code));
    }
}
