using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

/// <summary>What the agency may open a client's account to, and how the client hears of it.</summary>
public sealed class WayInTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
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

    [Theory]
    [InlineData(false, SecurityNotice.ContactAdded)]
    [InlineData(true, SecurityNotice.AccessGiven)]
    public async Task The_primary_contact_is_told_of_each_contact_that_is_added(bool access, SecurityNotice notice)
    {
        await AddAsync(new { name = "Fay Further", email = "fay@elsewhere.example", access });

        var told = await NoticeAsync(notice);
        Assert.Equal(
            ("ximena@obrien.example", "Fay Further, f•••@elsewhere.example", "Casey Caller", "O'Brien Freight LLC"),
            (told.Email, told.Subject, told.By, told.Client));
    }

    [Fact]
    public async Task The_primary_contact_is_told_when_a_contact_is_given_access_and_when_one_who_has_it_moves()
    {
        var off = await _agency.ContactAsync(_client, "fay@obrien.example", hasAccess: false);
        var on = await _agency.ContactAsync(_client, "gus@obrien.example");

        await ChangeAsync(off.Id.ToString(), new { access = true });
        await ChangeAsync(on.Id.ToString(), new { email = "moved@elsewhere.example" });

        var given = await NoticeAsync(SecurityNotice.AccessGiven);
        var moved = await running.Bus.FirstAsync<SecurityNoticeRequested>(
            one =>
                one.AgencyId == _agency.Id && one.Subject == "Fay Further, m•••@elsewhere.example"
                    && one.Notice == SecurityNotice.AccessGiven,
            TestContext.Current.CancellationToken);
        Assert.Equal(("ximena@obrien.example", "Fay Further, f•••@obrien.example"), (given.Email, given.Subject));
        Assert.Equal("ximena@obrien.example", moved.Email);
        Assert.Equal("gus@obrien.example", (await NoticeAsync()).Email);
    }

    [Fact]
    public async Task While_consent_is_withdrawn_the_agency_opens_the_account_to_no_other_address_or_number()
    {
        var off = await _agency.ContactAsync(_client, "fay@obrien.example", hasAccess: false);
        var on = await _agency.ContactAsync(_client, "gus@obrien.example");
        await WithdrawAsync();

        Answer[] answers =
        [
            await AddAsync(new { name = "Agent's own", email = "mine@elsewhere.example", access = true }),
            await ChangeAsync(off.Id.ToString(), new { access = true }),
            await ChangeAsync(on.Id.ToString(), new { email = "mine@elsewhere.example" }),
            await ChangeAsync(on.Id.ToString(), new { mobile = "617 555 0111" }),
            await ChangeAsync("primary", new { email = "mine@elsewhere.example" }),
            await ChangeAsync("primary", new { email = "XIMENA@obrien.example" }),
            await ChangeAsync("primary", new { mobile = "617 555 0111" }),
        ];

        Assert.All(
            answers,
            answer => Assert.Equal((HttpStatusCode.Forbidden, "consent-withdrawn"), (answer.Status, answer.Code)));
        Assert.Equal(
            HttpStatusCode.Created, (await AddAsync(new { name = "No access", email = "just@known.example" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync("primary", new { name = "Married Name" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await ChangeAsync(on.Id.ToString(), new { access = false })).Status);
        Assert.DoesNotContain("contact.access-given", await _agency.TrailAsync());
    }

    [Fact]
    public async Task An_address_of_the_agencys_own_people_opens_no_clients_account()
    {
        var agent = await _agency.StaffAsync(StaffRole.Agent);
        var on = await _agency.ContactAsync(_client, "gus@obrien.example");

        Answer[] answers =
        [
            await AddAsync(new { name = "Agent", email = agent.Email.ToUpperInvariant(), access = true }),
            await ChangeAsync(on.Id.ToString(), new { email = agent.Email }),
            await ChangeAsync("primary", new { email = agent.Email }),
        ];

        Assert.All(
            answers,
            answer => Assert.Equal((HttpStatusCode.Conflict, "contact-is-staff"), (answer.Status, answer.Code)));
    }

    private Task<Answer> AddAsync(object body) => running.Host.AnswerAsync(HttpMethod.Post, Contacts, _token, body);

    private Task<Answer> ChangeAsync(string id, object body) =>
        running.Host.AnswerAsync(HttpMethod.Patch, $"{Contacts}/{id}", _token, body);

    private Task<SecurityNoticeRequested> NoticeAsync(SecurityNotice notice = SecurityNotice.ContactChanged) =>
        running.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.AgencyId == _agency.Id && one.Notice == notice, TestContext.Current.CancellationToken);

    private Task<int> WithdrawAsync() => running.Host.InDatabaseAsync(
        db => db.Accounts.Where(one => one.Id == _client.Id)
        .ExecuteUpdateAsync(update => update.SetProperty(
            one => one.Consent, new Consent
            {
                Given = false,
                ChangedAt = DateTimeOffset.UtcNow,
                ChangedBy = "Ximena",
            })));
}
