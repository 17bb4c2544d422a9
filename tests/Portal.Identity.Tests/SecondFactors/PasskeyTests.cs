using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Features.SecondFactors.ManagePasskeys;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.SecondFactors;

public sealed class PasskeyTests(SignInFixture fixture) : IClassFixture<SignInFixture>, IDisposable
{
    private readonly string _email = SignInFixture.NewEmail();
    private readonly SoftPasskey _passkey = new(IdentityHost.Issuer);

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task A_passkey_is_added_and_then_takes_the_place_of_the_authenticator()
    {
        var browser = await SignedInAsync();
        await AddedAsync(browser);
        var notices = fixture.Bus.Received<SecurityNoticeRequested>().Where(one => one.Email == _email);
        Assert.All(notices, one => Assert.Equal(SecurityNotice.SecondFactorAdded, one.Notice));
        var later = await AskedForSecondFactorAsync();

        var asked = (await later.SendAsync(HttpMethod.Get, "/api/v1/sign-in")).At("second_factor");
        Assert.Equal([FactorKind.Totp, FactorKind.Passkey], asked.State.Factors!);
        (await AnswerAsync(later, _passkey)).At("done");

        var stored = await fixture.Host.InDatabaseAsync(db => db.Passkeys.SingleAsync(one => one.Name == _email));
        Assert.Equal((1L, fixture.Clock.GetUtcNow()), (stored.SignCount, stored.LastUsedAt));
    }

    [Fact]
    public async Task A_strangers_passkey_and_one_of_another_origin_are_refused()
    {
        await AddedAsync(await SignedInAsync());
        var later = await AskedForSecondFactorAsync();
        using var stranger = new SoftPasskey(IdentityHost.Issuer);
        using var phisher = new SoftPasskey("https://portal.test.evil.example");

        (await AnswerAsync(later, stranger)).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
        (await AnswerAsync(later, phisher)).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
        (await AnswerAsync(later, _passkey)).At("done");
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        await AddedAsync(await SignedInAsync());
        var later = await AskedForSecondFactorAsync();
        var answer = _passkey.Get((await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey/options")).Json);
        var copies = Enumerable.Range(0, 10).Select(_ => later.Copy());

        var answers = await Task.WhenAll(
            copies.Select(
                copy => copy.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey", new { credential = answer })));

        Assert.Single(answers, one => one.Step == "done");
        Assert.Equal(9, answers.Count(one => one.Code == "sign-in-over"));
    }

    [Fact]
    public async Task An_answer_to_another_question_is_refused()
    {
        await AddedAsync(await SignedInAsync());
        var later = await AskedForSecondFactorAsync();
        var old = _passkey.Get((await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey/options")).Json);
        await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey/options");

        (await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey", new { credential = old }))
            .Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
        (await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey", new { credential = old }))
            .Is(HttpStatusCode.Conflict, "passkey-not-asked");
    }

    [Fact]
    public async Task A_passkey_whose_count_goes_back_is_refused()
    {
        await AddedAsync(await SignedInAsync());
        _passkey.SignCount = 5;
        (await AnswerAsync(await AskedForSecondFactorAsync(), _passkey)).At("done");
        _passkey.SignCount = 2;

        (await AnswerAsync(await AskedForSecondFactorAsync(3), _passkey))
            .Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
    }

    [Fact]
    public async Task Adding_one_wants_the_second_factor_fresh_which_a_passkey_proves_again()
    {
        var browser = await SignedInAsync();
        await AddedAsync(browser);
        fixture.Clock.Move(TimeSpan.FromMinutes(16));
        var stale = await SignedInAgainAsync(browser);

        Assert.Equal(
            (HttpStatusCode.Forbidden, "second-factor-stale"), await OutcomeAsync(stale, "/api/v1/passkeys/options"));
        var asked = (await stale.SendAsync(HttpMethod.Post, "/api/v1/session/passkey/options"))
            .As<PasskeyOptionsResponse>();
        var proof = new { credential = _passkey.Get(asked.Options), state = asked.State };
        Assert.Equal(
            HttpStatusCode.OK, (await stale.SendAsync(HttpMethod.Post, "/api/v1/session/passkey", proof)).Status);
        Assert.Equal("passkey-wrong", (await stale.SendAsync(HttpMethod.Post, "/api/v1/session/passkey", proof)).Code);
        Assert.Equal((HttpStatusCode.OK, null), await OutcomeAsync(stale, "/api/v1/passkeys/options"));
    }

    [Fact]
    public async Task Questions_belong_to_their_session()
    {
        var browser = await SignedInAsync();
        var asked = (await browser.SendAsync(HttpMethod.Post, "/api/v1/passkeys/options")).As<PasskeyOptionsResponse>();
        var made = _passkey.Create(asked.Options);
        var other = fixture.Browser();
        await SignInAsync(other, SignInFixture.NewEmail());

        Assert.Equal("passkey-wrong", (await other.SendAsync(
            HttpMethod.Post, "/api/v1/passkeys", new
            {
                name = "key",
                credential = made,
                state = asked.State,
            })).Code);
        Assert.Equal("passkey-wrong", (await browser.SendAsync(
            HttpMethod.Post, "/api/v1/passkeys", new { name = "key", credential = made, state = "made up" })).Code);
    }

    [Fact]
    public async Task A_passkey_that_was_removed_proves_nothing()
    {
        var browser = await SignedInAsync();
        var id = (await AddedAsync(browser)).Id;
        var listed = await browser.SendAsync(HttpMethod.Get, "/api/v1/passkeys");
        Assert.Equal(id, Assert.Single(listed.As<IReadOnlyList<PasskeyResponse>>()).Id);

        Assert.Equal(
            HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, $"/api/v1/passkeys/{id}")).Status);

        (await AnswerAsync(await AskedForSecondFactorAsync(), _passkey))
            .Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
    }

    [Fact]
    public async Task Removing_one_tells_its_person_and_signs_it_out_everywhere_else()
    {
        var browser = await SignedInAsync();
        var id = (await AddedAsync(browser)).Id;
        var elsewhere = await AskedForSecondFactorAsync();
        (await AnswerAsync(elsewhere, _passkey)).At("done");

        Assert.Equal(
            HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, $"/api/v1/passkeys/{id}")).Status);

        Assert.Equal([false, true], (await fixture.SessionsAsync(_email)).Select(one => one.EndedAt is not null));
        var told = await fixture.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.Email == _email
                && one.Notice == SecurityNotice.SecondFactorRemoved, TestContext.Current.CancellationToken);
        Assert.Equal(_email, told.Subject);
    }

    [Fact]
    public async Task Clients_have_no_passkeys()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email);
        await browser.CheckAsync(await fixture.CodeAsync(_email));
        browser.Token = await fixture.TokenAsync((await fixture.SessionsAsync(_email))[0], Scopes.SessionsWrite);

        Assert.Equal((HttpStatusCode.Forbidden, "staff-only"), await OutcomeAsync(browser, "/api/v1/passkeys/options"));
    }

    private static async Task<(HttpStatusCode, string?)> OutcomeAsync(Browser browser, string path)
    {
        var answer = await browser.SendAsync(HttpMethod.Post, path);
        return (answer.Status, answer.Code);
    }

    private static async Task<BrowserResponse> AnswerAsync(Browser browser, SoftPasskey passkey)
    {
        var options = (await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey/options")).Json;
        return await browser.SendAsync(
            HttpMethod.Post, "/api/v1/sign-in/passkey", new { credential = passkey.Get(options) });
    }

    private async Task<Browser> SignedInAsync()
    {
        var browser = fixture.Browser();
        await SignInAsync(browser, _email);
        return browser;
    }

    private async Task SignInAsync(Browser browser, string email)
    {
        await fixture.StaffAsync(email);
        await browser.StartAsync(email, audience: "staff");
        await browser.CheckAsync(await fixture.CodeAsync(email));
        var secret = Base32Text.Decode((await browser.EnrollAsync()).Secret);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow())))).At("done");
        browser.Token = await TokenAsync(email);
    }

    // The clock was moved past the life of the first token, not past that of the session.
    private async Task<Browser> SignedInAgainAsync(Browser browser)
    {
        browser.Token = await TokenAsync(_email);
        return browser;
    }

    private async Task<string> TokenAsync(string email) =>
        await fixture.TokenAsync((await fixture.SessionsAsync(email))[^1], Scopes.SessionsRead, Scopes.SessionsWrite);

    private async Task<PasskeyResponse> AddedAsync(Browser browser)
    {
        var answer = await browser.SendAsync(HttpMethod.Post, "/api/v1/passkeys/options");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        var asked = answer.As<PasskeyOptionsResponse>();
        var added = await browser.SendAsync(
            HttpMethod.Post,
            "/api/v1/passkeys",
            new
            {
                name = _email,
                credential = _passkey.Create(asked.Options),
                state = asked.State,
            });
        Assert.True(added.Status == HttpStatusCode.Created, added.Text);
        return added.As<PasskeyResponse>();
    }

    private async Task<Browser> AskedForSecondFactorAsync(int n = 2)
    {
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        (await browser.CheckAsync(await fixture.CodeAsync(_email, n))).At("second_factor");
        return browser;
    }
}
