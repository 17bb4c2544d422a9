using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Accounts;
using Portal.Contracts.Commands;
using Portal.Contracts.Identity;
using Portal.Contracts.Imports;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Contacts.ConfirmContacts;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class ContactProposalTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Proposals = "/api/v1/contact-proposals";

    private TestAgency _agency = null!;
    private Account _client = null!;
    private string _token = "";

    private ClientRow Row => Some.Row(_client.ClientRef) with
    {
        ContactName = _client.Details.PrimaryContact.Name,
        ContactEmail = _client.Details.PrimaryContact.Email,
        ContactMobile = _client.Details.PrimaryContact.Mobile,
    };

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        _client = await _agency.ClientAsync();
        _token = await _agency.StaffTokenAsync(Roles.Agent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("stranger@elsewhere.example", "+16175550142", "contact_email")]
    [InlineData("ximena@obrien.example", "+16175550199", "contact_mobile")]
    [InlineData("ximena@obrien.example", null, "contact_mobile")]
    public async Task An_import_changes_no_known_clients_sign_in_but_proposes_it(
        string email, string? mobile, string column)
    {
        var session = await _agency.SignInAsync(_client, "ximena@obrien.example");

        var answer = await ImportAsync(
            Row with { LegalName = "Renamed LLC", ContactEmail = email, ContactMobile = mobile });

        Assert.Equal((0, 1, 0), (answer.Added, answer.Updated, answer.Unchanged));
        Assert.Empty(answer.Problems);
        Assert.Equal(column, Assert.Single(answer.Proposals).Column);
        var stored = await StoredAsync();
        Assert.Equal(
            ("Renamed LLC", _client.Details.PrimaryContact), (stored.Details.LegalName, stored.Details.PrimaryContact));
        Assert.Null((await _agency.SessionAsync(session)).EndedAt);
        var item = Assert.Single(await ListAsync());
        Assert.Equal(
            ("Renamed LLC", "ximena@obrien.example", email, mobile, "Some partner"),
            (item.ClientName, item.Current.Email, item.Proposed.Email, item.Proposed.Mobile, item.ProposedBy));
    }

    [Fact]
    public async Task Another_spelling_of_the_address_on_record_changes_nothing_by_a_file()
    {
        var answer = await ImportAsync(Row with { ContactEmail = "XIMENA@OBrien.example" });

        Assert.Equal((0, 1, 0), (answer.Updated, answer.Unchanged, answer.Proposals.Length));
        Assert.Equal("ximena@obrien.example", (await StoredAsync()).Details.PrimaryContact.Email);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Each_entry_of_an_import_names_who_sent_the_file()
    {
        await ImportAsync(Row with { ContactEmail = "stranger@elsewhere.example", Dba = "OBF" });

        var entries = await running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .Where(one => one.AgencyId == _agency.Id).OrderBy(one => one.Number).ToListAsync());
        Assert.Equal(["contact.proposed", "client.changed"], entries.Select(one => one.Action));
        Assert.All(entries, one => Assert.Equal(
            ("p-some-partner", "Some partner", "partner", "203.0.113.7", (Guid?)_client.Id),
            (one.Fact.ActorId, one.Fact.ActorName, one.Fact.ActorRole, one.Fact.From, one.AccountId)));
    }

    [Fact]
    public async Task A_dry_run_tells_of_the_proposal_and_makes_none()
    {
        var answer = await ImportAsync(
            Some.Order(_agency.Id, Row with { ContactEmail = "stranger@elsewhere.example" }) with { DryRun = true });

        Assert.Equal((1, 1), (answer.Updated, answer.Proposals.Length));
        Assert.Empty(await ListAsync());
        Assert.Empty(await _agency.TrailAsync());
    }

    [Fact]
    public async Task Confirming_changes_the_contact_tells_the_old_address_signs_out_and_merges()
    {
        await _agency.ContactAsync(_client, "yann@obrien.example");
        var old = await _agency.SignInAsync(_client, "ximena@obrien.example");
        var yann = await _agency.SignInAsync(_client, "yann@obrien.example");
        var id = await ProposeAsync(Row with { ContactName = "Yann", ContactEmail = "yann@obrien.example" });

        var answer = await ConfirmAsync(id);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.NotNull((await _agency.SessionAsync(old)).EndedAt);
        Assert.True(await _agency.IsRevokedAsync(old));
        Assert.Null((await _agency.SessionAsync(yann)).EndedAt);
        Assert.Equal("yann@obrien.example", (await StoredAsync()).PrimaryEmail);
        Assert.False(
            await running.Host.InDatabaseAsync(db => db.FurtherContacts.AnyAsync(one => one.AccountId == _client.Id)));
        var told = await running.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.AgencyId == _agency.Id, TestContext.Current.CancellationToken);
        Assert.Equal(
            (SecurityNotice.ContactChanged, "ximena@obrien.example", "Casey Caller"),
            (told.Notice, told.Email, told.By));
        var changed = await running.Bus.FirstAsync<AccountChanged>(
            one => one.AccountId == _client.Id
                && one.ContactEmail == "yann@obrien.example", TestContext.Current.CancellationToken);
        Assert.Equal("Yann", changed.ContactName);
        Assert.Equal(
            [
                "contact.changed", "contact.proposed", "contact.removed", "session.ended",
            ], (await _agency.TrailAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("contact-proposal-not-found", (await ConfirmAsync(id)).Code);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task What_was_dismissed_is_not_proposed_again_until_the_file_says_something_else()
    {
        var row = Row with { ContactEmail = "stranger@elsewhere.example" };
        var id = await ProposeAsync(row);

        var dismissed = await running.Host.AnswerAsync(HttpMethod.Delete, $"{Proposals}/{id}", _token);
        var again = await ImportAsync(row);

        Assert.Equal(HttpStatusCode.NoContent, dismissed.Status);
        Assert.Equal((0, 1), (again.Updated, again.Unchanged));
        Assert.Empty(await ListAsync());
        Assert.Equal("contact-proposal-not-found", (await ConfirmAsync(id)).Code);
        await ImportAsync(row with { ContactEmail = "other@elsewhere.example" });
        Assert.Single(await ListAsync());
        Assert.Equal("ximena@obrien.example", (await StoredAsync()).PrimaryEmail);
    }

    [Fact]
    public async Task A_newer_file_replaces_what_was_proposed_so_that_nobody_takes_what_they_did_not_see()
    {
        var seen = await ProposeAsync(Row with { ContactEmail = "first@elsewhere.example" });
        await ImportAsync(Row with { ContactEmail = "second@elsewhere.example" });

        var answer = await ConfirmAsync(seen);

        Assert.Equal((HttpStatusCode.NotFound, "contact-proposal-not-found"), (answer.Status, answer.Code));
        var item = Assert.Single(await ListAsync());
        Assert.Equal("second@elsewhere.example", item.Proposed.Email);
    }

    [Fact]
    public async Task A_file_that_says_what_stands_takes_the_proposal_back()
    {
        await ProposeAsync(Row with { ContactEmail = "stranger@elsewhere.example" });

        await ImportAsync(Row);

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task While_consent_is_withdrawn_and_for_staffs_own_addresses_nothing_is_confirmed()
    {
        var agent = await _agency.StaffAsync(StaffRole.Agent);
        var own = await ConfirmAsync(await ProposeAsync(Row with { ContactEmail = agent.Email }));
        await running.Host.InDatabaseAsync(
            db => db.Accounts.Where(one => one.Id == _client.Id).ExecuteUpdateAsync(update =>
            update.SetProperty(
                one => one.Consent,
                new Consent { Given = false, ChangedAt = DateTimeOffset.UtcNow, ChangedBy = "Ximena" })));
        var withdrawn = await ConfirmAsync(
            await ProposeAsync(Row with { ContactEmail = "stranger@elsewhere.example" }));

        Assert.Equal((HttpStatusCode.Conflict, "contact-is-staff"), (own.Status, own.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "consent-withdrawn"), (withdrawn.Status, withdrawn.Code));
        Assert.Equal("ximena@obrien.example", (await StoredAsync()).PrimaryEmail);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Another_agency_sees_and_decides_nothing()
    {
        var id = await ProposeAsync(Row with { ContactEmail = "stranger@elsewhere.example" });
        var stranger = await (await TestAgency.OpenAsync(running.Host)).StaffTokenAsync(Roles.Admin);

        var list = await running.Host.GetAnswerAsync(Proposals, stranger);
        var confirmed = await running.Host.AnswerAsync(HttpMethod.Post, $"{Proposals}/{id}/confirmation", stranger);
        var dismissed = await running.Host.AnswerAsync(HttpMethod.Delete, $"{Proposals}/{id}", stranger);

        Assert.Empty(list.Items<ContactProposalResponse>());
        Assert.All([confirmed, dismissed], answer => Assert.Equal("contact-proposal-not-found", answer.Code));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does()
    {
        var id = await ProposeAsync(Row with { ContactEmail = "stranger@elsewhere.example" });

        var answers = await Task.WhenAll(
            ConfirmAsync(id), ConfirmAsync(id), running.Host.AnswerAsync(
                HttpMethod.Delete, $"{Proposals}/{id}", _token));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.NoContent),
            answer => Assert.Equal("contact-proposal-not-found", answer.Code));
    }

    private Task<Answer> ConfirmAsync(Guid id) =>
        running.Host.AnswerAsync(HttpMethod.Post, $"{Proposals}/{id}/confirmation", _token);

    private async Task<Guid> ProposeAsync(ClientRow row)
    {
        await ImportAsync(row);
        return Assert.Single(await ListAsync()).Id;
    }

    private async Task<IReadOnlyList<ContactProposalResponse>> ListAsync()
    {
        var answer = await running.Host.GetAnswerAsync($"{Proposals}?client={_client.Id}", _token);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Items<ContactProposalResponse>();
    }

    private Task<Account> StoredAsync() =>
        running.Host.InDatabaseAsync(db => db.Accounts.AsNoTracking().SingleAsync(one => one.Id == _client.Id));

    private Task<ClientsImported> ImportAsync(ClientRow row) => ImportAsync(Some.Order(_agency.Id, row));

    private async Task<ClientsImported> ImportAsync(ImportClientsCommand order)
    {
        await running.Bus.SendAsync(order, ImportClientsCommand.Queue, TestContext.Current.CancellationToken);
        return await running.Bus.FirstAsync<ClientsImported>(
            one => one.ImportId == order.ImportId, TestContext.Current.CancellationToken);
    }
}
