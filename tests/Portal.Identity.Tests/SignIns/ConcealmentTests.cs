using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.SignIns;

/// <summary>
/// Where addresses are concealed, nothing that a stranger sees differs: whole answers, and the statements behind them.
/// </summary>
public sealed partial class ConcealmentTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private static readonly AgencySettings Concealing = new() { ConcealsAddresses = true };

    [Theory]
    [InlineData("client", false, false)]
    [InlineData("client", true, false)]
    [InlineData("client", false, true)]
    [InlineData("staff", false, false)]
    [InlineData("staff", false, true)]
    public async Task A_stranger_sees_the_same_for_every_address(string audience, bool hasMobile, bool bringsDevice)
    {
        var agency = await fixture.AgencyAsync(Concealing);
        var known = SignInFixture.NewEmail("obrienfreight.example");
        await fixture.AccountAsync(known, hasMobile ? "+15550109999" : null, agency.Id);
        await fixture.StaffAsync(known);
        var slug = audience == "staff" ? "harborlight" : agency.Slug;

        var ofKnown = await WalkAsync(known, slug, audience, bringsDevice);
        var ofUnknown = await WalkAsync(SignInFixture.NewEmail("obrienfreight.example"), slug, audience, bringsDevice);

        Assert.Equal(ofUnknown.Select(step => step.Shown), ofKnown.Select(step => step.Shown));
        Assert.Equal(ofUnknown.Select(step => step.Statements), ofKnown.Select(step => step.Statements));
        Assert.All(ofKnown, step => Assert.NotEmpty(step.Statements));
    }

    [Fact]
    public async Task The_same_message_leaves_and_goes_to_nobody()
    {
        var agency = await fixture.AgencyAsync(Concealing);
        var known = SignInFixture.NewEmail();
        await fixture.AccountAsync(known, agencyId: agency.Id);

        (await fixture.Browser().StartAsync(known, agency.Slug)).At("code");
        (await fixture.Browser().StartAsync(SignInFixture.NewEmail(), agency.Slug)).At("code");

        await fixture.Bus.FirstAsync<CodeRequested>(
            one => one.AgencyId == agency.Id && one.Email == known, TestContext.Current.CancellationToken);
        var toNobody = await fixture.Bus.FirstAsync<CodeRequested>(
            one => one.AgencyId == agency.Id && one.Email is null, TestContext.Current.CancellationToken);
        Assert.Null(toNobody.Mobile);
        Assert.Equal(agency.Details.Name, toNobody.AgencyName);
    }

    [Fact]
    public async Task A_text_is_offered_whether_or_not_there_is_a_number()
    {
        var agency = await fixture.AgencyAsync(Concealing);
        var withNumber = SignInFixture.NewEmail();
        await fixture.AccountAsync(withNumber, "+15550107777", agency.Id);
        var browser = fixture.Browser();
        (await browser.StartAsync(withNumber, agency.Slug)).At("code");
        fixture.Clock.Move(TimeSpan.FromMinutes(1));

        var sent = (await browser.SendCodeAsync("mobile")).At("code");

        Assert.Equal("••••", sent.State.Destinations?[1].Masked);
        (await browser.CheckAsync(await fixture.CodeAsync("+15550107777"))).At("done");
    }

    [Fact]
    public async Task An_address_that_is_nobodys_is_let_in_by_no_code()
    {
        var agency = await fixture.AgencyAsync(Concealing);
        var unknown = SignInFixture.NewEmail();
        var browser = fixture.Browser();
        await browser.StartAsync(unknown, agency.Slug);
        var code = await fixture.CodeToNobodyAsync(agency.Id);

        (await browser.CheckAsync(code)).Is(HttpStatusCode.UnprocessableEntity, "code-wrong");

        Assert.Empty(await fixture.SessionsAsync(unknown));
    }

    private async Task<List<Step>> WalkAsync(string email, string agency, string audience, bool bringsDevice)
    {
        var browser = fixture.Browser();
        if (bringsDevice)
        {
            browser.Cookies[Browser.DeviceCookie] = SessionReference.New().Value;
        }

        var steps = new List<Step>
        {
            await ObserveAsync(browser, () => browser.StartAsync(email, agency, audience), email),
            await ObserveAsync(browser, () => browser.SendAsync(HttpMethod.Get, "/api/v1/sign-in"), email),
            await ObserveAsync(browser, () => browser.CheckAsync("00000000"), email),
            await ObserveAsync(browser, () => browser.SendCodeAsync(), email),
        };
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        steps.Add(await ObserveAsync(browser, () => browser.SendCodeAsync(), email));
        steps.Add(await ObserveAsync(browser, () => browser.StartAsync(email, agency, audience), email));
        fixture.Clock.Move(TimeSpan.FromMinutes(1));
        steps.Add(await ObserveAsync(browser, () => browser.SendCodeAsync("mobile"), email));
        steps.Add(await ObserveAsync(browser, () => browser.CheckAsync("11111111"), email));
        steps.Add(await ObserveAsync(browser, () => browser.SendAsync(HttpMethod.Get, "/api/v1/sign-in"), email));
        fixture.Clock.Move(TimeSpan.FromMinutes(-2));
        return steps;
    }

    private static async Task<Step> ObserveAsync(Browser browser, Func<Task<BrowserResponse>> act, string email)
    {
        var trace = ActivityTraceId.CreateRandom();
        browser.TraceParent = $"00-{trace}-{ActivitySpanId.CreateRandom()}-01";
        var statements = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace && activity.Source.Name == "Npgsql")
                {
                    lock (statements)
                    {
                        statements.Add(
                            activity.TagObjects.FirstOrDefault(
                                tag => tag.Key is "db.query.text"
                                    or "db.statement").Value?.ToString() ?? activity.DisplayName);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var answer = await act();
        var headers = answer.Headers.Where(header => header.Key is not ("Date" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal);
        var shown = $"{answer.Status} {string.Join('|', headers.Select(header => $"{header.Key}={header.Value}"))} {string.Join('|', answer.SetCookies)} {answer.Text}";
        shown = Reference().Replace(shown.Replace(email, "EMAIL", StringComparison.Ordinal), "REFERENCE");
        return new Step(TraceId().Replace(shown, "TRACE"), [.. statements]);
    }

    [GeneratedRegex("(?<=__Host-portal-sign-in=)[^;]+")]
    private static partial Regex Reference();

    [GeneratedRegex("(?<=\"traceId\":\")[^\"]+")]
    private static partial Regex TraceId();

    private sealed record Step(string Shown, IReadOnlyList<string> Statements);
}
