using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.SecondFactors.ManagePasskeys;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.SecondFactors;

/// <summary>Signing in with a passkey before any code.</summary>
public sealed class PasskeyAloneTests(SignInFixture fixture) : IClassFixture<SignInFixture>, IDisposable
{
    private const string Options = "/api/v1/sign-in/passkey/options";
    private const string Question = "__Host-portal-passkey";

    private static readonly object Harborlight = new { agency = "harborlight" };

    private readonly string _email = SignInFixture.NewEmail();
    private readonly SoftPasskey _passkey = new(IdentityHost.Issuer);

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task Whoever_has_a_passkey_is_not_kept_out_by_strangers_who_spend_the_codes_of_an_hour()
    {
        await AddedAsync();
        for (var i = 0; i < 5; i++)
        {
            fixture.Clock.Move(TimeSpan.FromMinutes(1));
            await fixture.Browser().StartAsync(_email, audience: "staff");
        }

        var browser = fixture.Browser();
        (await browser.StartAsync(_email, audience: "staff")).Is(HttpStatusCode.TooManyRequests, "too-many-codes");

        var done = (await AnswerAsync(browser, returnTo: "/clients?q=x")).At("done").State;

        Assert.Equal(("/clients?q=x", _email), (done.Next, done.Email));
        Assert.Equal([Browser.SessionCookie, Browser.DeviceCookie], browser.Cookies.Keys.Order(StringComparer.Ordinal));
        var session = (await fixture.SessionsAsync(_email))[^1];
        Assert.Equal(fixture.Clock.GetUtcNow(), session.SecondFactorAt);
        var entry = (await fixture.TrailAsync(Mask.Email(_email)))[^1];
        Assert.Equal(
            (AuditActions.SignedIn, "Passkey alone", session.Id),
            (entry.Fact.Action, entry.Fact.Detail, entry.Fact.SessionId));
    }

    [Fact]
    public async Task A_passkey_may_be_used_while_the_code_is_waited_for_which_is_worth_nothing_afterwards()
    {
        await AddedAsync();
        var browser = fixture.Browser();
        (await browser.StartAsync(_email, audience: "staff", returnTo: "/imports")).At("code");
        var code = await fixture.CodeAsync(_email, n: 2);
        var other = browser.Copy();
        var asked = await browser.SendAsync(HttpMethod.Post, Options);
        Assert.Equal(HttpStatusCode.OK, asked.Status);

        Assert.Equal("/imports", (await SendAsync(browser, _passkey.Get(asked.Json))).At("done").State.Next);

        (await other.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task The_question_is_the_same_for_every_address_and_for_none()
    {
        await AddedAsync();
        var (known, unknown, none) = (fixture.Browser(), fixture.Browser(), fixture.Browser());
        await known.StartAsync(_email, audience: "staff");
        await unknown.StartAsync(SignInFixture.NewEmail(), audience: "staff");

        var shown = new[]
        {
            Shown(await known.SendAsync(HttpMethod.Post, Options)),
            Shown(await unknown.SendAsync(HttpMethod.Post, Options)),
            Shown(await known.SendAsync(HttpMethod.Post, Options, Harborlight)),
            Shown(await none.SendAsync(HttpMethod.Post, Options, Harborlight)),
        };

        Assert.Single(shown.Distinct());
        var options = JsonElement.Parse(shown[0]);
        Assert.Equal("required", options.GetProperty("userVerification").GetString());
        Assert.Equal(0, options.GetProperty("allowCredentials").GetArrayLength());
    }

    [Fact]
    public async Task Without_verifying_the_person_a_passkey_alone_is_not_enough()
    {
        await AddedAsync();
        _passkey.Verifies = false;

        (await AnswerAsync(fixture.Browser())).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
    }

    [Fact]
    public async Task A_strangers_passkey_and_one_of_another_origin_open_nothing()
    {
        await AddedAsync();
        using var stranger = new SoftPasskey(IdentityHost.Issuer);
        using var phisher = new SoftPasskey("https://portal.test.evil.example");
        var browser = fixture.Browser();
        var member = await fixture.Host.InDatabaseAsync(db => db.Staff.SingleAsync(one => one.Email == _email));

        foreach (
            var (passkey, handle) in new[]
            {
                (stranger, member.Id.ToString()),
                (phisher, member.Id.ToString()),
                (stranger, "made up"),
                (_passkey, "made up"),
                (stranger, ""),
            })
        {
            var options = (await browser.SendAsync(HttpMethod.Post, Options, Harborlight)).Json;
            var answer = passkey.Get(options, Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(handle)));
            (await SendAsync(browser, answer)).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
        }

        Assert.Single(await fixture.SessionsAsync(_email));
    }

    [Fact]
    public async Task Who_left_the_agency_or_belongs_to_another_is_not_let_in()
    {
        await AddedAsync();
        var agency = await fixture.AgencyAsync(new());
        var elsewhere = fixture.Browser();
        (await AnswerAsync(elsewhere, agency.Slug)).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");

        await fixture.Host.InDatabaseAsync(
            db => db.Staff.Where(one => one.Email == _email).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.IsActive, false)));
        (await AnswerAsync(fixture.Browser())).Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
    }

    [Fact]
    public async Task An_answer_counts_once_and_in_the_browser_that_was_asked()
    {
        await AddedAsync();
        var browser = fixture.Browser();
        var answer = _passkey.Get((await browser.SendAsync(HttpMethod.Post, Options, Harborlight)).Json);
        var copies = Enumerable.Range(0, 5).Select(_ => browser.Copy()).ToList();

        (await SendAsync(fixture.Browser(), answer)).Is(HttpStatusCode.Conflict, "sign-in-over");
        var answers = await Task.WhenAll(copies.Select(copy => SendAsync(copy, answer)));

        Assert.Single(answers, one => one.Step == "done");
        Assert.Equal(4, answers.Count(one => one.Code == "passkey-wrong"));
    }

    [Fact]
    public async Task A_question_is_good_for_five_minutes_and_for_its_agency()
    {
        await AddedAsync();
        var agency = await fixture.AgencyAsync(new());
        var browser = fixture.Browser();
        var answer = _passkey.Get((await browser.SendAsync(HttpMethod.Post, Options, Harborlight)).Json);
        var moved = browser.Copy();
        moved.Cookies[Question] = $"{agency.Id:N}.{browser.Cookies[Question].Split('.')[1]}";
        var madeUp = browser.Copy();
        madeUp.Cookies[Question] = "x.y";

        (await SendAsync(moved, answer)).Is(HttpStatusCode.Conflict, "passkey-not-asked");
        (await SendAsync(madeUp, answer)).Is(HttpStatusCode.Conflict, "sign-in-over");
        fixture.Clock.Move(TimeSpan.FromMinutes(5));
        (await SendAsync(browser, answer)).Is(HttpStatusCode.Conflict, "passkey-not-asked");
    }

    [Fact]
    public async Task Clients_are_not_asked_and_an_agency_that_is_not_there_neither()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();
        (await browser.StartAsync(_email)).At("code");

        (await browser.SendAsync(HttpMethod.Post, Options)).Is(HttpStatusCode.Conflict, "other-step");
        (await fixture.Browser().SendAsync(HttpMethod.Post, Options)).Is(HttpStatusCode.Conflict, "sign-in-over");
        (await browser.SendAsync(HttpMethod.Post, Options, new { agency = "nowhere" }))
            .Is(HttpStatusCode.NotFound, "agency-not-found");
    }

    [Fact]
    public async Task Nobody_fills_the_trail_with_passkeys_that_are_wrong()
    {
        await AddedAsync();
        var browser = fixture.Browser("198.51.100.99");
        using var stranger = new SoftPasskey(IdentityHost.Issuer);
        for (var i = 0; i < 12; i++)
        {
            var options = (await browser.SendAsync(HttpMethod.Post, Options, Harborlight)).Json;
            (await SendAsync(browser, stranger.Get(options, "AAAA")))
                .Is(HttpStatusCode.UnprocessableEntity, "passkey-wrong");
        }

        Assert.Equal(10, (await fixture.TrailAsync("sign-in")).Count(one => one.Fact.From == "198.51.100.99"));
    }

    private static string Shown(BrowserResponse asked)
    {
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var options = JsonNode.Parse(asked.Text)!.AsObject();
        options["challenge"] = "CHALLENGE";
        return options.ToJsonString();
    }

    private static Task<BrowserResponse> SendAsync(Browser browser, JsonElement credential, string? returnTo = null) =>
        browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/passkey", new { credential, returnTo });

    private async Task<BrowserResponse> AnswerAsync(
        Browser browser, string agency = "harborlight", string? returnTo = null)
    {
        var options = (await browser.SendAsync(HttpMethod.Post, Options, new { agency })).Json;
        return await SendAsync(browser, _passkey.Get(options), returnTo);
    }

    private async Task AddedAsync()
    {
        await fixture.StaffAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        await browser.CheckAsync(await fixture.CodeAsync(_email));
        var secret = Base32Text.Decode((await browser.EnrollAsync()).Secret);
        (await browser.SecondFactorAsync(Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow())))).At("done");
        browser.Token = await fixture.TokenAsync((await fixture.SessionsAsync(_email))[^1], Scopes.SessionsWrite);
        var asked = (await browser.SendAsync(HttpMethod.Post, "/api/v1/passkeys/options")).As<PasskeyOptionsResponse>();
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
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
    }
}
