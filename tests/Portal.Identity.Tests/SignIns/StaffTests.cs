using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Domain.SignIns;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

public sealed class StaffTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private readonly string _email = SignInFixture.NewEmail();

    [Fact]
    public async Task The_first_time_an_authenticator_is_set_up_and_the_person_is_told()
    {
        var member = await fixture.StaffAsync(_email);
        var browser = fixture.Browser();
        (await browser.StartAsync(_email, audience: "staff")).At("code");
        (await browser.CheckAsync(await fixture.CodeAsync(_email))).At("enroll_second_factor");
        (await browser.SecondFactorAsync("123456")).Is(HttpStatusCode.Conflict, "other-step");

        var given = await EnrollmentAsync(browser);
        Assert.Equal(given.Secret, (await EnrollmentAsync(browser)).Secret);
        Assert.StartsWith(
            "otpauth://totp/Harborlight%20Insurance%20Agency%20Portal:", given.Uri, StringComparison.Ordinal);
        Assert.Contains($"secret={given.Secret}&", given.Uri, StringComparison.Ordinal);
        Assert.Null((await MemberAsync(member)).TotpSecret);
        Assert.Equal(4, (await browser.SecondFactorAsync(SixOther(given.Password))).Problem?.TriesLeft);
        var done = (await browser.SecondFactorAsync(given.Password)).At("done");

        Assert.Equal("/clients", done.State.Next);
        var session = Assert.Single(await fixture.SessionsAsync(_email));
        Assert.Equal(
            (SessionKind.Staff, member.Id, null, fixture.Clock.GetUtcNow()),
            (session.Kind, session.SubjectId, session.AccountId, session.SecondFactorAt));
        Assert.NotNull((await MemberAsync(member)).TotpSecret);
        var notice = await fixture.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.Email == _email, TestContext.Current.CancellationToken);
        Assert.Equal(SecurityNotice.SecondFactorAdded, notice.Notice);
        Assert.Equal(
            [
                AuditActions.CodeSent, AuditActions.SecondFactorWrong, AuditActions.SecondFactorAdded,
                AuditActions.SignedIn,
            ],
            (await fixture.TrailAsync(Mask.Email(_email))).TakeLast(4).Select(one => one.Action));
    }

    [Fact]
    public async Task The_secret_lies_sealed()
    {
        var (member, secret) = await EnrolledAsync();

        var stored = (await MemberAsync(member)).TotpSecret!;
        Assert.Equal(20 + 28, stored.Length);
        Assert.False(stored.AsSpan().IndexOf(secret) >= 0);
    }

    [Fact]
    public async Task Later_the_code_of_the_mail_is_followed_by_the_authenticator()
    {
        var (_, secret) = await EnrolledAsync();
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");

        var asked = (await browser.CheckAsync(await fixture.CodeAsync(_email, n: 2))).At("second_factor");
        Assert.Equal([FactorKind.Totp], asked.State.Factors!);
        (await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor/enrollment"))
            .Is(HttpStatusCode.Conflict, "other-step");

        (await browser.SecondFactorAsync(PasswordOf(secret))).At("done");
    }

    [Fact]
    public async Task A_password_counts_once_at_the_same_instant_in_two_browsers()
    {
        var (member, secret) = await EnrolledAsync();
        var browsers = new List<Browser>();
        for (var i = 0; i < 2; i++)
        {
            browsers.Add(await AskedForSecondFactorAsync(i + 2));
        }

        var answers = await Task.WhenAll(
            browsers.SelectMany(
                browser => Enumerable.Range(0, 2).Select(_ => browser.Copy().SecondFactorAsync(PasswordOf(secret)))));

        Assert.Single(answers, answer => answer.Step == "done");
        Assert.Equal(2, (await fixture.SessionsAsync(_email)).Count);
        Assert.Equal(Totp.StepAt(fixture.Clock.GetUtcNow()), (await MemberAsync(member)).TotpStep);
    }

    [Fact]
    public async Task Of_many_guesses_at_once_five_are_looked_at()
    {
        var (_, secret) = await EnrolledAsync();
        var browser = await AskedForSecondFactorAsync(2);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => browser.Copy().SecondFactorAsync(SixOther(PasswordOf(secret)))));

        Assert.Equal(5, answers.Count(answer => answer.Code == "code-wrong"));
        Assert.Equal(45, answers.Count(answer => answer.Code == "sign-in-over"));
        (await browser.SecondFactorAsync(PasswordOf(secret))).Is(HttpStatusCode.Conflict, "sign-in-over");
    }

    [Fact]
    public async Task After_thirty_wrong_passwords_a_day_none_is_looked_at_any_more()
    {
        var (_, secret) = await EnrolledAsync();
        for (var signIn = 0; signIn < 6; signIn++)
        {
            fixture.Clock.Move(TimeSpan.FromMinutes(20));
            var browser = await AskedForSecondFactorAsync(signIn + 2);
            for (var i = 0; i < 5; i++)
            {
                (await browser.SecondFactorAsync(SixOther(PasswordOf(secret))))
                    .Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
            }
        }

        fixture.Clock.Move(TimeSpan.FromMinutes(20));
        var last = await AskedForSecondFactorAsync(8);
        var blocked = await last.SecondFactorAsync(PasswordOf(secret));
        blocked.Is(HttpStatusCode.TooManyRequests, "too-many-second-factors");
        fixture.Clock.Move(TimeSpan.FromDays(1));
        (await (await AskedForSecondFactorAsync(9)).SecondFactorAsync(PasswordOf(secret))).At("done");
    }

    [Fact]
    public async Task The_second_factor_is_not_asked_before_the_code()
    {
        var (_, secret) = await EnrolledAsync();
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");

        (await browser.SecondFactorAsync(PasswordOf(secret))).Is(HttpStatusCode.Conflict, "other-step");
        (await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/second-factor/enrollment"))
            .Is(HttpStatusCode.Conflict, "other-step");
    }

    [Fact]
    public async Task Who_was_set_inactive_is_nobody()
    {
        var member = await fixture.StaffAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        var code = await fixture.CodeAsync(_email);
        await fixture.Host.InDatabaseAsync(
            db => db.Staff.Where(one => one.Id == member.Id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.IsActive, false)));

        (await browser.CheckAsync(code)).Is(HttpStatusCode.Conflict, "sign-in-over");
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        (await fixture.Browser().StartAsync(_email, audience: "staff")).At("code");

        Assert.Single(fixture.SentTo(_email));
        Assert.Empty(await fixture.SessionsAsync(_email));
    }

    [Fact]
    public async Task A_client_of_the_agency_is_not_let_in_among_its_staff()
    {
        await fixture.AccountAsync(_email);
        var browser = fixture.Browser();

        (await browser.StartAsync(_email, audience: "staff")).At("code");

        (await browser.CheckAsync("00000000")).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");
        Assert.Empty(fixture.SentTo(_email));
    }

    [Fact]
    public async Task Two_who_set_up_the_same_persons_first_authenticator_at_once_do_not_both_succeed()
    {
        await fixture.StaffAsync(_email);
        var browsers = new List<(Browser Browser, string Password)>();
        for (var i = 0; i < 2; i++)
        {
            fixture.Clock.Move(TimeSpan.FromMinutes(1));
            var browser = fixture.Browser();
            await browser.StartAsync(_email, audience: "staff");
            (await browser.CheckAsync(await fixture.CodeAsync(_email, i + 1))).At("enroll_second_factor");
            browsers.Add((browser, ""));
        }

        var answers = await Task.WhenAll(browsers.Select(async one =>
            await one.Browser.SecondFactorAsync((await EnrollmentAsync(one.Browser)).Password)));

        Assert.Single(answers, answer => answer.Step == "done");
        Assert.Single(answers, answer => answer.Code == "sign-in-over");
    }

    private static string SixOther(string password) => password[..5] + (char)('0' + ((password[5] - '0' + 1) % 10));

    private string PasswordOf(byte[] secret) => Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow()));

    private Task<StaffMember> MemberAsync(StaffMember member) =>
        fixture.Host.InDatabaseAsync(db => db.Staff.SingleAsync(one => one.Id == member.Id));

    private async Task<(StaffMember Member, byte[] Secret)> EnrolledAsync()
    {
        var member = await fixture.StaffAsync(_email);
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        await browser.CheckAsync(await fixture.CodeAsync(_email));
        var given = await EnrollmentAsync(browser);
        (await browser.SecondFactorAsync(given.Password)).At("done");
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        return (member, given.Bytes);
    }

    private async Task<Browser> AskedForSecondFactorAsync(int n)
    {
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        var browser = fixture.Browser();
        await browser.StartAsync(_email, audience: "staff");
        (await browser.CheckAsync(await fixture.CodeAsync(_email, n))).At("second_factor");
        return browser;
    }

    private async Task<(string Secret, string Uri, byte[] Bytes, string Password)> EnrollmentAsync(Browser browser)
    {
        var given = await browser.EnrollAsync();
        var secret = Base32Text.Decode(given.Secret);
        return (given.Secret, given.Uri, secret, PasswordOf(secret));
    }
}
