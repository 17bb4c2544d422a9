using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Delegations;
using Portal.Identity.Features.Delegations.DecideConsent;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Features;

public sealed class ConsentTests(SignedIn fixture) : IClassFixture<SignedIn>, IAsyncLifetime
{
    private const string Path = "/api/v1/consent";

    private Guid _account;
    private SignedInBrowser _client = null!;
    private SignedInBrowser _agent = null!;
    private string _email = "";

    public async ValueTask InitializeAsync()
    {
        _email = fixture.Address();
        _account = await fixture.ClientAsync(_email);
        _client = await fixture.PersonAsync(_email, _account);
        _agent = await fixture.StaffAsync(StaffRole.Agent);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Consent_stands_as_the_account_was_made_until_the_client_decides()
    {
        var before = await _client.ReadAsync<ConsentResponse>(Path);
        var after = await DecideAsync(given: false);

        Assert.True(before.Given);
        Assert.Null(before.ChangedBy);
        Assert.False(after.Given);
        Assert.Equal("Ximena O'Brien", after.ChangedBy);
        var seen = await _agent.ReadAsync<ConsentResponse>($"/api/v1/clients/{_account}/consent");
        Assert.Equal((false, "Ximena O'Brien"), (seen.Given, seen.ChangedBy));
        Assert.Equal(["consent.withdrawn"], await ActionsAsync());
    }

    [Fact]
    public async Task Withdrawn_while_somebody_is_in_it_shows_them_out_at_once_and_nobody_in()
    {
        var delegation = (await _agent.StepInAsync(_account, "manage")).Id;
        await _agent.DelegatedTokenAsync(delegation);

        await DecideAsync(given: false);

        await Outcome.NotInForceAsync(await _agent.ExchangeDelegationAsync(delegation));
        Assert.True(
            await fixture.Host.InDatabaseAsync(db => db.Revocations.AnyAsync(one => one.Key == delegation.ToString())));
        Assert.Equal(
            "Ximena O'Brien",
            (await _agent.ReadAsync<DelegationResponse>($"/api/v1/delegations/{delegation}")).EndedBy);
        Assert.Equal(["delegation.started", "consent.withdrawn", "delegation.ended"], await ActionsAsync());
        await Outcome.RefusedAsync(
            await _agent.SendAsync(
                HttpMethod.Post, "/api/v1/delegations", new { clientId = _account, reason = "Asked by phone" }),
            HttpStatusCode.Forbidden,
            "consent-withdrawn");
    }

    [Fact]
    public async Task Given_back_it_lets_the_agency_in_again_but_revives_nothing()
    {
        var delegation = (await _agent.StepInAsync(_account)).Id;
        await DecideAsync(given: false);
        await DecideAsync(given: true);

        await Outcome.NotInForceAsync(await _agent.ExchangeDelegationAsync(delegation));
        await _agent.StepInAsync(_account);
    }

    [Fact]
    public async Task Consent_that_is_gone_holds_even_where_nobody_ended_the_delegation()
    {
        var delegation = (await _agent.StepInAsync(_account)).Id;
        await fixture.Host.InDatabaseAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(
                one => one.Id == _account, TestContext.Current.CancellationToken);
            account.Decide(consents: false, by: "nobody", fixture.Clock.GetUtcNow());
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await Outcome.NotInForceAsync(await _agent.ExchangeDelegationAsync(delegation));
    }

    [Fact]
    public async Task Deciding_the_same_again_changes_nothing()
    {
        await DecideAsync(given: true);

        Assert.Empty(await ActionsAsync());
    }

    [Fact]
    public async Task Only_the_client_decides_and_says_what()
    {
        using var staff = await _agent.SendAsync(HttpMethod.Put, Path, new { given = true });
        Assert.Equal(HttpStatusCode.Forbidden, staff.StatusCode);
        await Outcome.RefusedAsync(
            await _client.SendAsync(HttpMethod.Put, Path, new { }),
            HttpStatusCode.UnprocessableEntity,
            "given-required");
        await Outcome.RefusedAsync(
            await _agent.SendAsync(HttpMethod.Get, Path), HttpStatusCode.NotFound, "consent-not-found");
    }

    [Fact]
    public async Task Consent_of_another_client_does_not_exist()
    {
        var other = await fixture.ClientAsync(fixture.Address());
        var elsewhere = await fixture.ClientAsync(fixture.Address(), Guid.CreateVersion7());

        await Outcome.RefusedAsync(
            await _client.SendAsync(
                HttpMethod.Get, $"/api/v1/clients/{other}/consent"), HttpStatusCode.NotFound, "client-not-found");
        await Outcome.RefusedAsync(
            await _agent.SendAsync(
                HttpMethod.Get, $"/api/v1/clients/{elsewhere}/consent"), HttpStatusCode.NotFound, "client-not-found");
        await Outcome.RefusedAsync(
            await _agent.SendAsync(
                HttpMethod.Post, $"/api/v1/clients/{elsewhere}/consent-requests", new { reason = "Please" }),
            HttpStatusCode.NotFound,
            "client-not-found");
    }

    [Fact]
    public async Task The_agency_asks_by_mail_once_an_hour()
    {
        var path = $"/api/v1/clients/{_account}/consent-requests";
        await Outcome.RefusedAsync(await AskAsync("Before the renewal"), HttpStatusCode.Conflict, "consent-given");
        await DecideAsync(given: false);

        await Outcome.RefusedAsync(await AskAsync(" "), HttpStatusCode.UnprocessableEntity, "reason-invalid");
        await Outcome.DoneAsync(await AskAsync("Before the renewal"), HttpStatusCode.Accepted);
        using var again = await AskAsync("Before the renewal");
        Assert.InRange(again.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        await Outcome.RefusedAsync(again, HttpStatusCode.TooManyRequests, "consent-asked-too-soon");

        var notice = await fixture.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.Email == _email, TestContext.Current.CancellationToken);
        Assert.Equal(SecurityNotice.ConsentAsked, notice.Notice);
        Assert.Equal($"Client of {_email}", notice.Client);
        Assert.Equal("Before the renewal", notice.Remark);
        Assert.Equal("Ximena O'Brien", notice.Name);
        Assert.Equal(
            await fixture.Host.InDatabaseAsync(db => db.Agencies.Where(one => one.Id == IdentityHost.DemoAgency)
            .Select(one => one.Settings.ContactPhone ?? one.Details.Phone).SingleAsync()), notice.AgencyPhone);
        Assert.Equal(["consent.withdrawn", "consent.asked"], await ActionsAsync());

        fixture.Wait(TimeSpan.FromMinutes(61));
        _agent = await fixture.StaffAsync(StaffRole.Assistant);
        await Outcome.DoneAsync(await AskAsync("Once more"), HttpStatusCode.Accepted);

        Task<HttpResponseMessage> AskAsync(string reason) => _agent.SendAsync(HttpMethod.Post, path, new { reason });
    }

    [Fact]
    public async Task Asked_many_times_at_once_the_client_gets_one_mail()
    {
        await DecideAsync(given: false);
        var token = await _agent.TokenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => fixture.Host.SendAsync(
            HttpMethod.Post, $"/api/v1/clients/{_account}/consent-requests", token, new { reason = "Please" })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Stepping_in_and_withdrawing_at_the_same_moment_leaves_nobody_in()
    {
        var (agent, client) = (await _agent.TokenAsync(), await _client.TokenAsync());

        await Task.WhenAll(
            _agent.SendAsync(
                agent, HttpMethod.Post, "/api/v1/delegations", new { clientId = _account, reason = "Asked by phone" }),
            fixture.Host.SendAsync(HttpMethod.Put, Path, client, new { given = false }));

        var live = await fixture.Host.InDatabaseAsync(
            db => db.Delegations.CountAsync(one => one.AccountId == _account && one.EndedAt == null));
        Assert.Equal(0, live);
    }

    private async Task<ConsentResponse> DecideAsync(bool given) =>
        await Outcome.DoneAsync<ConsentResponse>(await _client.SendAsync(HttpMethod.Put, Path, new { given }));

    private Task<List<string>> ActionsAsync() => fixture.Host.InDatabaseAsync(db => db.AuditEntries
        .Where(one => one.AccountId == _account).OrderBy(one => one.Number).Select(one => one.Action).ToListAsync());
}
