using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.People;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.SignIns.GetSignInPage;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Google;

public sealed class GoogleTests(GoogleFixture google) : IClassFixture<GoogleFixture>
{
    private readonly string _email = SignInFixture.NewEmail();
    private readonly string _subject = Guid.NewGuid().ToString("N");

    private SignInFixture World => google.World;

    [Fact]
    public async Task The_first_time_a_code_proves_the_address_and_later_none_is_asked_for()
    {
        var account = await World.AccountAsync(_email);
        var browser = World.Browser();

        var back = await google.SignInAsync(browser, _subject, _email.ToUpperInvariant(), returnTo: "/a/x?y=1");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/harborlight/step"), (back.Status, back.Headers["Location"]));
        (await browser.SendAsync(HttpMethod.Get, "/api/v1/sign-in")).At("code");
        Assert.Empty(await LinksAsync());
        Assert.Equal("/a/x?y=1", (await browser.CheckAsync(await World.CodeAsync(_email))).At("done").State.Next);

        Assert.Single(await LinksAsync());
        var notice = await World.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.Email == _email, TestContext.Current.CancellationToken);
        Assert.Equal(SecurityNotice.GoogleLinked, notice.Notice);
        Assert.Equal(
            [AuditActions.CodeSent, AuditActions.GoogleLinked, AuditActions.SignedIn],
            (await World.TrailAsync(Mask.Email(_email))).Select(one => one.Action));

        var later = World.Browser();
        var again = await google.SignInAsync(later, _subject, "another-address-by-now@example.com");
        Assert.Equal((HttpStatusCode.Redirect, $"/a/{account.Id}/"), (again.Status, again.Headers["Location"]));
        Assert.Equal(
            [Browser.SessionCookie, Browser.DeviceCookie],
            later.Cookies.Keys.Where(
                name => !name.StartsWith(
                    "__Host-portal-google", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await World.SessionsAsync(_email)).Count);
        Assert.Single(World.SentTo(_email));
    }

    [Fact]
    public async Task Without_the_code_nothing_is_linked_and_nobody_is_in()
    {
        await World.AccountAsync(_email);
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, _email);

        (await browser.CheckAsync(SignInFixture.Other(await World.CodeAsync(_email))))
            .Is(HttpStatusCode.UnprocessableEntity, "code-wrong");

        Assert.Empty(await LinksAsync());
        Assert.Empty(await World.SessionsAsync(_email));
    }

    [Fact]
    public async Task Linking_ends_the_sessions_that_the_person_had()
    {
        await World.AccountAsync(_email);
        var before = World.Browser();
        await before.StartAsync(_email);
        await before.CheckAsync(await World.CodeAsync(_email));
        World.Clock.Move(TimeSpan.FromMinutes(1));
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, _email);

        (await browser.CheckAsync(await World.CodeAsync(_email, n: 2))).At("done");

        var sessions = await World.SessionsAsync(_email);
        Assert.Equal([SessionEnd.Replaced, null], sessions.Select(one => one.EndReason));
    }

    [Fact]
    public async Task An_address_that_is_no_contacts_is_told_so()
    {
        var browser = World.Browser();

        var back = await google.SignInAsync(browser, _subject, _email);

        Assert.Equal("/sign-in/harborlight?problem=google-address-not-found", back.Headers["Location"]);
        Assert.Equal("no-store", back.Headers["Cache-Control"]);
        Assert.DoesNotContain(Browser.SignInCookie, browser.Cookies.Keys);
        Assert.Equal(AuditActions.GoogleRefused, Assert.Single(await World.TrailAsync(Mask.Email(_email))).Action);
    }

    [Fact]
    public async Task A_way_that_leads_nowhere_keeps_what_the_person_wanted_to_see()
    {
        var unknown = await google.SignInAsync(World.Browser(), _subject, _email, returnTo: "/a/x?y=1");
        var foreign = await google.SignInAsync(World.Browser(), _subject, _email, returnTo: "//elsewhere.example");
        var browser = World.Browser();
        var left = new Uri(await GoogleFixture.LeaveAsync(browser, returnTo: "/a/x?y=1"));
        var state = QueryHelpers.ParseQuery(left.Query)["state"].ToString();
        var cancelled = await browser.SendAsync(
            HttpMethod.Get, $"/sign-in/google/callback?error=access_denied&state={Uri.EscapeDataString(state)}");

        Assert.Equal(
            "/sign-in/harborlight?problem=google-address-not-found&returnTo=%2Fa%2Fx%3Fy%3D1",
            unknown.Headers["Location"]);
        Assert.Equal("/sign-in/harborlight?problem=google-address-not-found", foreign.Headers["Location"]);
        Assert.Equal(
            "/sign-in/harborlight?problem=google-cancelled&returnTo=%2Fa%2Fx%3Fy%3D1", cancelled.Headers["Location"]);
    }

    [Fact]
    public async Task An_address_that_the_provider_did_not_verify_counts_for_nothing()
    {
        await World.AccountAsync(_email);

        var back = await google.SignInAsync(World.Browser(), _subject, _email, isVerified: false);

        Assert.Equal("/sign-in/harborlight?problem=google-failed", back.Headers["Location"]);
        Assert.Empty(World.SentTo(_email));
    }

    [Fact]
    public async Task A_link_whose_person_lost_access_opens_nothing()
    {
        var account = await World.AccountAsync(_email);
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, _email);
        (await browser.CheckAsync(await World.CodeAsync(_email))).At("done");
        await World.Host.InDatabaseAsync(db => db.Accounts.Where(one => one.Id == account.Id).ExecuteDeleteAsync());
        var other = SignInFixture.NewEmail();
        await World.AccountAsync(other);

        var back = await google.SignInAsync(World.Browser(), _subject, other);

        Assert.Equal("/sign-in/harborlight?problem=google-address-not-found", back.Headers["Location"]);
        Assert.Empty(await World.SessionsAsync(other));
    }

    [Fact]
    public async Task A_link_at_one_agency_opens_nothing_at_another()
    {
        await World.AccountAsync(_email);
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, _email);
        (await browser.CheckAsync(await World.CodeAsync(_email))).At("done");
        var agency = await World.AgencyAsync(new() { IdleMinutes = 20 });
        await World.AccountAsync(_email, agencyId: agency.Id);

        var back = await google.SignInAsync(World.Browser(), _subject, _email, agency: agency.Slug);

        Assert.Equal($"/sign-in/{agency.Slug}/step", back.Headers["Location"]);
        Assert.Single(await World.SessionsAsync(_email));
    }

    [Fact]
    public async Task A_linked_person_with_several_accounts_chooses()
    {
        await World.AccountAsync(_email, name: "Alpha Freight");
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, _email);
        await browser.CheckAsync(await World.CodeAsync(_email));
        var second = await World.AccountAsync(_email, name: "Beta Freight");
        var later = World.Browser();

        Assert.Equal(
            "/sign-in/harborlight/step", (await google.SignInAsync(later, _subject, _email)).Headers["Location"]);

        (await later.SendAsync(HttpMethod.Get, "/api/v1/sign-in")).At("choose_client");
        (await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/client", new { clientId = second.Id })).At("done");
    }

    [Fact]
    public async Task The_way_back_is_bound_to_the_browser_that_left()
    {
        await World.AccountAsync(_email);
        var victim = World.Browser();
        var attacker = World.Browser();
        var back = await google.Google.VisitAsync(await GoogleFixture.LeaveAsync(attacker), _subject, _email);

        var answer = await victim.SendAsync(HttpMethod.Get, back.PathAndQuery);

        Assert.Equal("/sign-in/harborlight?problem=google-failed", answer.Headers["Location"]);
        Assert.Empty(victim.Cookies);
        Assert.Empty(World.SentTo(_email));
    }

    [Fact]
    public async Task A_way_back_is_gone_once()
    {
        await World.AccountAsync(_email);
        var browser = World.Browser();
        var back = await google.Google.VisitAsync(await GoogleFixture.LeaveAsync(browser), _subject, _email);
        var copy = browser.Copy();
        await browser.SendAsync(HttpMethod.Get, back.PathAndQuery);

        var again = await copy.SendAsync(HttpMethod.Get, back.PathAndQuery);

        Assert.Equal("/sign-in/harborlight?problem=google-failed", again.Headers["Location"]);
    }

    [Fact]
    public async Task Who_stays_away_too_long_starts_again()
    {
        await World.AccountAsync(_email);
        var browser = World.Browser();
        var back = await google.Google.VisitAsync(await GoogleFixture.LeaveAsync(browser), _subject, _email);
        World.Clock.Move(TimeSpan.FromMinutes(15));

        var answer = await browser.SendAsync(HttpMethod.Get, back.PathAndQuery);
        World.Clock.Move(TimeSpan.FromMinutes(-15));

        Assert.Equal("/sign-in?problem=google-failed", answer.Headers["Location"]);
    }

    [Theory]
    [InlineData("state=forged&code=x")]
    [InlineData("code=x")]
    [InlineData("error=access_denied")]
    [InlineData("")]
    public async Task A_way_back_that_nobody_was_sent_leads_to_the_sign_in_page(string query)
    {
        var answer = await World.Browser().SendAsync(HttpMethod.Get, $"/sign-in/google/callback?{query}");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.StartsWith("/sign-in?problem=google-", answer.Headers["Location"], StringComparison.Ordinal);
        Assert.DoesNotContain(
            answer.SetCookies, cookie => cookie.StartsWith(Browser.SessionCookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_provider_is_asked_by_code_flow_with_proof_key_state_and_nonce()
    {
        var browser = World.Browser();

        var query = QueryHelpers.ParseQuery(new Uri(await GoogleFixture.LeaveAsync(browser)).Query);

        Assert.Equal(("code", "S256", "openid email", GoogleFixture.Callback, GoogleMockServer.ClientId), (
            query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["scope"].ToString(),
            query["redirect_uri"].ToString(), query["client_id"].ToString()));
        Assert.Equal(43, query["nonce"].ToString().Length);
        Assert.NotEmpty(query["state"].ToString());
        Assert.StartsWith("__Host-portal-google.", Assert.Single(browser.Cookies).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gmail_address_is_led_to_Google_and_may_still_ask_for_a_code()
    {
        var gmail = $"{Guid.NewGuid():N}@gmail.com";
        await World.AccountAsync(gmail);
        var browser = World.Browser();

        var led = (await browser.StartAsync(gmail, returnTo: "/a/b?c=d")).At("google");
        Assert.Equal("/api/v1/sign-in/google?agency=harborlight&returnTo=%2Fa%2Fb%3Fc%3Dd", led.State.GoogleUrl);
        Assert.Empty(World.SentTo(gmail));

        (await browser.SendCodeAsync()).At("code");
        (await browser.CheckAsync(await World.CodeAsync(gmail))).At("done");
    }

    [Fact]
    public async Task An_agency_that_does_not_offer_Google_gets_nobody_from_there()
    {
        var agency = await World.AgencyAsync(new AgencySettings { OffersGoogle = false });
        var gmail = $"{Guid.NewGuid():N}@gmail.com";
        await World.AccountAsync(gmail, agencyId: agency.Id);

        (await World.Browser().SendAsync(HttpMethod.Get, $"/api/v1/sign-in/google?agency={agency.Slug}"))
            .Is(HttpStatusCode.Conflict, "google-not-offered");
        (await World.Browser().StartAsync(gmail, agency.Slug)).At("code");

        Assert.Equal(["email"], await MethodsAsync(agency.Slug));
        Assert.Equal(["email", "google"], await MethodsAsync("harborlight"));
    }

    private async Task<IReadOnlyList<string>> MethodsAsync(string agency)
    {
        var page = await World.Browser().SendAsync(HttpMethod.Get, $"/api/v1/sign-in/agencies/{agency}");
        return page.As<SignInPageResponse>().SignInMethods;
    }

    private Task<List<GoogleLink>> LinksAsync() =>
        World.Host.InDatabaseAsync(db => db.GoogleLinks.Where(one => one.Subject == _subject).ToListAsync());
}
