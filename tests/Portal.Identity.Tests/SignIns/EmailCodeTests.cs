using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

public sealed class EmailCodeTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task A_client_with_an_address_alone_gets_the_code_there_and_is_in()
    {
        var account = await fixture.AccountAsync($"Ximena.{_email}");
        var browser = fixture.Browser();

        var started = (await browser.StartAsync($"  ximena.{_email.ToUpperInvariant()} ")).At("code").State;
        var done = (await browser.CheckAsync(await fixture.CodeAsync($"Ximena.{_email}"))).At("done");

        Assert.Equal(CodeDestination.Email, started.CodeSentTo);
        Assert.Equal(fixture.Clock.GetUtcNow().AddMinutes(10), started.CodeExpiresAt);
        Assert.Equal(fixture.Clock.GetUtcNow().AddSeconds(60), started.ResendAt);
        Assert.Equal(5, started.TriesLeft);
        Assert.Equal($"x•••@{_email.Split('@')[1]}", Assert.Single(started.Destinations!).Masked);
        Assert.Equal($"/a/{account.Id}/", done.State.Next);
        Assert.Equal([Browser.SessionCookie, Browser.DeviceCookie], browser.Cookies.Keys.Order(StringComparer.Ordinal));
        var session = Assert.Single(await fixture.SessionsAsync($"ximena.{_email}"));
        Assert.Equal(account.Id, session.AccountId);
        Assert.Equal("Ximena O'Brien", session.Name);
        Assert.Equal("Firefox/140", session.UserAgent);
        Assert.True(session.IsLive(fixture.Clock.GetUtcNow()));
        Assert.Equal(session.ReferenceHash, SessionReference.HashOf(browser.Cookies[Browser.SessionCookie]));
        var person = await fixture.Host.InDatabaseAsync(
            db => db.People.SingleAsync(one => one.Email == $"ximena.{_email}"));
        Assert.Equal(session.SubjectId, person.Id);
    }

    [Fact]
    public async Task Cookies_are_bound_to_the_host_and_out_of_reach_of_scripts_and_other_sites()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();

        var started = await browser.StartAsync(_email);
        var done = await browser.CheckAsync(await fixture.CodeAsync(_email));

        foreach (var cookie in started.SetCookies.Concat(done.SetCookies))
        {
            Assert.Matches(
                "^__Host-portal(-sign-in|-device)?=[^;]*;( expires=Thu, 01 Jan 1970 00:00:00 GMT;| "
                + "max-age=15552000;)? path=/; secure; samesite=lax; httponly$",
                cookie);
        }

        Assert.Single(started.SetCookies);
        Assert.Equal(3, done.SetCookies.Count);
    }

    [Fact]
    public async Task Each_step_is_in_the_trail_without_address_or_code()
    {
        var account = await fixture.AccountAsync(_email);
        var browser = fixture.Browser(from: "198.51.100.7");
        await browser.StartAsync(_email);
        var code = await fixture.CodeAsync(_email);
        await browser.CheckAsync(SignInFixture.Other(code));
        await browser.CheckAsync(code);

        var trail = (await fixture.TrailAsync(Mask.Email(_email))).TakeLast(3).ToList();
        Assert.Equal(
            [AuditActions.CodeSent, AuditActions.CodeWrong, AuditActions.SignedIn], trail.Select(one => one.Action));
        Assert.Equal(
            [AuditOutcome.Done, AuditOutcome.Refused, AuditOutcome.Done], trail.Select(one => one.Fact.Outcome));
        Assert.All(trail, one => Assert.Equal("198.51.100.7", one.Fact.From));
        Assert.Equal(account.Id, trail[2].AccountId);
        Assert.Equal("insured", trail[2].Fact.ActorRole);
        Assert.DoesNotContain(
            _email, string.Concat(trail.Select(one => one.Fact.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain(code, string.Concat(trail.Select(one => one.Fact.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_mobile_is_on_file_the_person_chooses()
    {
        var mobile = $"+1555{Random.Shared.Next(1_000_000, 9_999_999)}";
        await fixture.AccountAsync(_email, mobile);
        var browser = fixture.Browser();

        var started = (await browser.StartAsync(_email)).At("choose_destination");
        Assert.Empty(fixture.SentTo(_email));
        var destinations = started.State.Destinations!;
        Assert.Equal([CodeDestination.Email, CodeDestination.Mobile], destinations.Select(one => one.Kind));
        Assert.Equal($"•••• {mobile[^4..]}", destinations[1].Masked);

        var sent = (await browser.SendCodeAsync("mobile")).At("code");
        Assert.Equal(CodeDestination.Mobile, sent.State.CodeSentTo);
        (await browser.CheckAsync(await fixture.CodeAsync(mobile))).At("done");
        Assert.Equal("portal.test", fixture.SentTo(mobile)[0].Host);
        Assert.Null(fixture.SentTo(mobile)[0].Email);
    }

    [Fact]
    public async Task A_number_that_only_some_of_the_accounts_have_gets_no_code()
    {
        await fixture.AccountAsync(_email, "+15550100001");
        await fixture.AccountAsync(_email, "+15550100002");
        var browser = fixture.Browser();

        (await browser.StartAsync(_email)).At("code");

        (await browser.SendCodeAsync("mobile")).Is(HttpStatusCode.UnprocessableEntity, "destination-invalid");
    }

    [Fact]
    public async Task A_text_opens_no_account_that_has_another_number()
    {
        var first = await fixture.AccountAsync(_email, "+15550100003");
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        await browser.SendCodeAsync("mobile");
        await fixture.AccountAsync(_email, "+15550100004");

        var done = (await browser.CheckAsync(await fixture.CodeAsync("+15550100003"))).At("done");

        Assert.Equal($"/a/{first.Id}/", done.State.Next);
    }

    [Fact]
    public async Task Of_several_accounts_one_is_chosen()
    {
        await fixture.AccountAsync(_email, name: "Alpha Freight");
        var second = await fixture.AccountAsync(_email, name: "Beta Freight");
        var stranger = await fixture.AccountAsync(SignInFixture.NewEmail());
        var browser = fixture.Browser();
        await browser.StartAsync(_email);

        var choice = (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("choose_client").State.Clients!;
        Assert.Equal(["Alpha Freight", "Beta Freight"], choice.Select(one => one.LegalName));
        Assert.Equal(choice, (await browser.SendAsync(HttpMethod.Get, "/api/v1/sign-in")).State.Clients);
        Assert.Empty(await fixture.SessionsAsync(_email));

        (await ChooseAsync(browser, stranger.Id)).Is(HttpStatusCode.UnprocessableEntity, "client-id-invalid");
        var done = (await ChooseAsync(browser, second.Id)).At("done");
        Assert.Equal($"/a/{second.Id}/", done.State.Next);
        Assert.Equal(second.Id, Assert.Single(await fixture.SessionsAsync(_email)).AccountId);
        (await ChooseAsync(browser, second.Id)).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task An_account_is_not_chosen_before_the_code_was_right()
    {
        var account = await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);

        (await ChooseAsync(browser, account.Id)).Is(HttpStatusCode.Conflict, "other-step");

        Assert.Empty(await fixture.SessionsAsync(_email));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.NotFound)]
    public async Task A_further_contact_gets_in_by_the_toggle(bool hasAccess, HttpStatusCode status)
    {
        var account = await fixture.AccountAsync(SignInFixture.NewEmail());
        await fixture.Host.InDatabaseAsync(async db =>
        {
            db.FurtherContacts.Add(new FurtherContact
            {
                AgencyId = account.AgencyId,
                AccountId = account.Id,
                Name = "Bo",
                Email = _email,
                HasAccess = hasAccess,
            });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(status, (await fixture.Browser().StartAsync(_email)).Status);
    }

    [Fact]
    public async Task An_address_that_loses_its_access_meanwhile_gets_nowhere()
    {
        var account = await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        await fixture.Host.InDatabaseAsync(db => db.Accounts.Where(one => one.Id == account.Id).ExecuteDeleteAsync());

        (await browser.CheckAsync(await fixture.CodeAsync(_email))).Is(HttpStatusCode.Conflict, "sign-in-over");

        Assert.Empty(await fixture.SessionsAsync(_email));
    }

    [Fact]
    public async Task An_unknown_address_is_told_so_and_soon_no_more()
    {
        var browser = fixture.Browser();
        for (var i = 0; i < 10; i++)
        {
            var answer = await browser.StartAsync(SignInFixture.NewEmail());
            answer.Is(HttpStatusCode.NotFound, "address-not-found");
            Assert.Equal(
                "This email address is not found. Please contact your agent directly.", answer.Problem?.Detail);
        }

        await fixture.AccountAsync(_email);
        var throttled = await browser.StartAsync(_email);
        throttled.Is(HttpStatusCode.TooManyRequests, "too-many-addresses");
        Assert.Equal("3600", throttled.Headers["Retry-After"]);
        (await fixture.Browser().StartAsync(_email)).At("code");

        fixture.Clock.Move(TimeSpan.FromHours(1));
        (await browser.StartAsync(SignInFixture.NewEmail())).Is(HttpStatusCode.NotFound, "address-not-found");
    }

    [Theory]
    [InlineData("harborlight", "no address", HttpStatusCode.UnprocessableEntity, "email-invalid")]
    [InlineData("harborlight", "a@b@c", HttpStatusCode.UnprocessableEntity, "email-invalid")]
    [InlineData("harborlight", "", HttpStatusCode.UnprocessableEntity, "email-invalid")]
    [InlineData("nowhere", "somebody@example.com", HttpStatusCode.NotFound, "agency-not-found")]
    public async Task What_names_no_address_or_no_agency_is_refused(
        string agency, string email, HttpStatusCode status, string code) =>
        (await fixture.Browser().StartAsync(email, agency)).Is(status, code);

    [Fact]
    public async Task The_same_browser_goes_on_where_it_was()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        var code = await fixture.CodeAsync(_email);

        (await browser.StartAsync(_email)).At("code");

        (await browser.CheckAsync(code)).At("done");
        Assert.Single(fixture.SentTo(_email));
    }

    [Fact]
    public async Task A_sign_in_that_is_given_up_is_over()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        var kept = browser.Copy();

        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, "/api/v1/sign-in")).Status);

        Assert.Empty(browser.Cookies);
        (await kept.CheckAsync(await fixture.CodeAsync(_email))).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Theory]
    [InlineData("/a/x/certificates?q=1", "/a/x/certificates?q=1")]
    [InlineData("https://evil.example/", null)]
    [InlineData("//evil.example/", null)]
    [InlineData("/\\evil.example/", null)]
    [InlineData("/\t/evil.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    public async Task Only_a_path_of_the_portal_is_gone_to_afterwards(string returnTo, string? next)
    {
        var account = await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, returnTo: returnTo);

        var done = (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("done");

        Assert.Equal(next ?? $"/a/{account.Id}/", done.State.Next);
    }

    private static Task<BrowserResponse> ChooseAsync(Browser browser, Guid accountId) =>
        browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/client", new { clientId = accountId });
}
