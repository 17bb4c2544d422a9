using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Accounts;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Features.Contacts.ManageContacts;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed partial class ContactsTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private TestAgency _agency = null!;
    private Account _client = null!;
    private string _token = "";

    private string Contacts => $"/api/v1/clients/{_client.Id}/contacts";

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        _client = await _agency.ClientAsync();
        _token = await _agency.StaffTokenAsync(Roles.Agent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_further_contact_is_added_with_its_number_in_E164_and_without_access()
    {
        var answer = await AddAsync(
            new { name = " Fay Further ", email = "Fay@Obrien.example", mobile = "(617) 555-0199" });

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var contact = answer.As<FurtherContactResponse>();
        Assert.Equal(
            ("Fay Further", "fay@obrien.example", "+16175550199", false),
            (contact.Name, contact.Email, contact.Mobile, contact.Access));
        Assert.Equal($"{Contacts}/{contact.Id}", answer.Location?.ToString());
        var read = await running.Host.GetAnswerAsync(answer.Location!.ToString(), _token);
        Assert.Equal((HttpStatusCode.OK, answer.Etag), (read.Status, read.Etag));
        Assert.Equal(["contact.added"], await _agency.TrailAsync());
    }

    [Fact]
    public async Task The_primary_contact_comes_first_and_may_always_sign_in()
    {
        await _agency.ContactAsync(_client, "a@obrien.example", hasAccess: false);

        var items = (await running.Host.GetAnswerAsync(Contacts, _token)).As<ContactsResponse>().Items;

        Assert.Equal(("primary", "Fay Further"), (items[0].Id, items[1].Name));
        Assert.Equal([true, false], items.Select(item => item.Access));
    }

    [Theory]
    [InlineData("ximena@obrien.example", "contact-is-primary")]
    [InlineData("XIMENA@OBRIEN.EXAMPLE", "contact-is-primary")]
    [InlineData("there@obrien.example", "contact-exists")]
    public async Task An_address_that_another_contact_has_is_a_conflict(string email, string code)
    {
        await _agency.ContactAsync(_client, "there@obrien.example");
        var moved = await _agency.ContactAsync(_client, "moved@obrien.example");

        var added = await AddAsync(new { name = "Somebody", email });
        var changed = await ChangeAsync(moved.Id.ToString(), new { email });

        Assert.Equal((HttpStatusCode.Conflict, code), (added.Status, added.Code));
        Assert.Equal((HttpStatusCode.Conflict, code), (changed.Status, changed.Code));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task The_primary_contact_can_not_take_the_address_of_a_further_one()
    {
        await _agency.ContactAsync(_client, "there@obrien.example");

        var answer = await ChangeAsync("primary", new { email = "There@obrien.example" });

        Assert.Equal((HttpStatusCode.Conflict, "contact-exists"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Of_several_who_add_the_same_address_at_once_one_does()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => AddAsync(new { name = "Same", email = "same@obrien.example" })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => Assert.Equal("contact-exists", answer.Code));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_with_its_field()
    {
        var answer = await AddAsync(new { name = "", email = "a@b@c.example", mobile = "555" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            [("name", "name-required"), ("email", "email-invalid"), ("mobile", "mobile-invalid")],
            answer.Problem!.Errors!.Select(error => (error.Field, error.Code)));
    }

    [Fact]
    public async Task Turning_the_toggle_off_ends_that_persons_sessions_at_once_and_nobody_elses()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var other = await _agency.ClientAsync();
        await _agency.ContactAsync(other, "fay@obrien.example");
        var here = await _agency.SignInAsync(_client, "fay@obrien.example");
        var primary = await _agency.SignInAsync(_client, "ximena@obrien.example");
        var elsewhere = await _agency.SignInAsync(other, "fay@obrien.example");

        var answer = await ChangeAsync(contact.Id.ToString(), new { access = false });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull((await _agency.SessionAsync(here)).EndedAt);
        Assert.True(await _agency.IsRevokedAsync(here));
        Assert.Null((await _agency.SessionAsync(primary)).EndedAt);
        Assert.Null((await _agency.SessionAsync(elsewhere)).EndedAt);
        Assert.Equal(
            ["contact.access-taken", "session.ended"], (await _agency.TrailAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Removing_a_contact_ends_its_sessions_at_once()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var session = await _agency.SignInAsync(_client, "fay@obrien.example");

        var answer = await running.Host.AnswerAsync(HttpMethod.Delete, $"{Contacts}/{contact.Id}", _token);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
        Assert.Equal(0, await CountAsync());
        Assert.Contains("contact.removed", await _agency.TrailAsync());
    }

    [Fact]
    public async Task Another_address_ends_the_sessions_and_the_old_address_is_told()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var session = await _agency.SignInAsync(_client, "fay@obrien.example");

        var answer = await ChangeAsync(contact.Id.ToString(), new { email = "new@obrien.example" });

        Assert.Equal("new@obrien.example", answer.As<FurtherContactResponse>().Email);
        Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
        var told = await NoticeAsync();
        Assert.Equal(
            (
                SecurityNotice.ContactChanged,
                "fay@obrien.example",
                "Fay Further",
                "O'Brien Freight LLC",
                "(617) 555-0142"),
            (told.Notice, told.Email, told.Name, told.Client, told.AgencyPhone));
    }

    [Fact]
    public async Task Another_number_is_told_and_ends_nothing_and_null_removes_it()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example");
        var session = await _agency.SignInAsync(_client, "fay@obrien.example");

        var answer = await ChangeAsync(contact.Id.ToString(), new { mobile = (string?)null });

        Assert.Null(answer.As<FurtherContactResponse>().Mobile);
        Assert.Null((await _agency.SessionAsync(session)).EndedAt);
        Assert.Equal("fay@obrien.example", (await NoticeAsync()).Email);
    }

    [Fact]
    public async Task Who_can_not_sign_in_is_told_nothing()
    {
        var contact = await _agency.ContactAsync(_client, "fay@obrien.example", hasAccess: false);

        await ChangeAsync(contact.Id.ToString(), new { email = "new@obrien.example" });
        await ChangeAsync("primary", new { mobile = "617 555 0100" });

        Assert.Equal("ximena@obrien.example", (await NoticeAsync()).Email);
        Assert.DoesNotContain(
            running.Bus.Received<SecurityNoticeRequested>(),
            one => one.AgencyId == _agency.Id && one.Email == "fay@obrien.example");
    }

    [Fact]
    public async Task Another_primary_contact_is_another_version_of_the_account_that_everyone_is_told_of()
    {
        var session = await _agency.SignInAsync(_client, "ximena@obrien.example");

        var answer = await ChangeAsync("primary", new { name = "Yann O'Brien", email = "yann@obrien.example" });

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.Status, answer.Etag));
        var changed = await running.Bus.FirstAsync<AccountChanged>(
            one => one.AccountId == _client.Id, TestContext.Current.CancellationToken);
        Assert.Equal(
            (2, "Yann O'Brien", "yann@obrien.example", "+16175550142"),
            (changed.Version, changed.ContactName, changed.ContactEmail, changed.ContactMobile));
        Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
        Assert.Equal("ximena@obrien.example", (await NoticeAsync()).Email);
    }

    [Fact]
    public async Task The_primary_contact_neither_loses_access_nor_goes()
    {
        var toggled = await ChangeAsync("primary", new { access = false });
        var removed = await running.Host.AnswerAsync(HttpMethod.Delete, $"{Contacts}/primary", _token);

        Assert.Equal((HttpStatusCode.Conflict, "primary-has-access"), (toggled.Status, toggled.Code));
        Assert.Equal((HttpStatusCode.Conflict, "primary-contact-stays"), (removed.Status, removed.Code));
    }

    private Task<Answer> AddAsync(object body) => running.Host.AnswerAsync(HttpMethod.Post, Contacts, _token, body);

    private Task<Answer> ChangeAsync(string id, object body, string? ifMatch = null) =>
        running.Host.AnswerAsync(HttpMethod.Patch, $"{Contacts}/{id}", _token, body, ifMatch);

    private Task<int> CountAsync() =>
        running.Host.InDatabaseAsync(db => db.FurtherContacts.CountAsync(one => one.AccountId == _client.Id));

    private Task<SecurityNoticeRequested> NoticeAsync() => running.Bus.FirstAsync<SecurityNoticeRequested>(
        one => one.AgencyId == _agency.Id
            && one.Notice == SecurityNotice.ContactChanged, TestContext.Current.CancellationToken);
}
