using System.Net;
using Portal.SystemTests.Running;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests;

/// <summary>Who a client's own people are, and what they see, through the gateway and with real mail.</summary>
[Collection(PortalCollection.Name)]
public sealed class SignInTests(PortalSystem system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insured_signs_in_by_the_mailed_code_and_sees_its_own_account_alone_until_it_signs_out()
    {
        var clients = await system.People.ClientsAsync(Stop);
        using var insured = await system.People.InsuredAsync(clients[0], Stop);

        var session = (await insured.GetAsync("/api/v1/session", Stop)).Expect<SessionAnswer>(HttpStatusCode.OK);
        Assert.Equal(clients[0].Id, session.Client?.Id);
        var own = (await insured.GetAsync("/api/v1/policies?limit=200", Stop))
            .Expect<PageAnswer<PolicyAnswer>>(HttpStatusCode.OK);
        Assert.NotEmpty(own.Items);
        Assert.All(own.Items, policy => Assert.Equal(clients[0].Id, policy.ClientId));

        var others = await system.Portal.Partner.PoliciesAsync(clients[1].Ref, Stop);
        var foreign = await insured.GetAsync($"/api/v1/policies/{others[0].Id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        var asked = (await insured.GetAsync($"/api/v1/policies?clientRef={clients[1].Ref}", Stop))
            .Expect<PageAnswer<PolicyAnswer>>(HttpStatusCode.OK);
        Assert.Empty(asked.Items);
        Assert.Equal(HttpStatusCode.Forbidden, (await insured.GetAsync("/api/v1/clients", Stop)).Status);

        var forged = await insured.SendAsync(
            HttpMethod.Delete, "/api/v1/session", body: null, Stop, site: "cross-site");
        Assert.Equal((HttpStatusCode.Forbidden, "cross-site-request"), forged.Refusal);

        using var thief = insured.Copy();
        (await thief.GetAsync("/api/v1/policies", Stop)).Expect(HttpStatusCode.OK);
        (await insured.SendAsync(HttpMethod.Delete, "/api/v1/session", body: null, Stop))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal(["__Host-portal-device"], insured.Cookies);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "session-ended"), (await Within.ASecondAsync(Refused(thief))).Refusal);
        Assert.Equal(["__Host-portal-device"], thief.Cookies);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_told_so_and_a_wrong_code_opens_nothing()
    {
        var clients = await system.People.ClientsAsync(Stop);
        using var browser = system.Portal.Browser();
        var unknown = await browser.PostAsync(
            "/api/v1/sign-in", new
            {
                agency = DemoBook.Agency,
                audience = "client",
                email = "nobody@nowhere.example",
            }, Stop);
        Assert.Equal((HttpStatusCode.NotFound, "address-not-found"), unknown.Refusal);

        var started = await browser.PostAsync(
            "/api/v1/sign-in", new { agency = DemoBook.Agency, audience = "client", email = clients[5].Email }, Stop);
        started.Expect(HttpStatusCode.OK);
        var sent = await system.Portal.Mail.TakeAsync(clients[5].Email, mail => mail.Code is not null, Stop);
        var wrong = await browser.PostAsync("/api/v1/sign-in/code/check", new { code = Other(sent.Code!) }, Stop);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "code-wrong"), wrong.Refusal);
        Assert.Equal(4, wrong.Read<ProblemAnswer>().TriesLeft);
        Assert.DoesNotContain("__Host-portal", browser.Cookies);
    }

    private static Func<Task<PortalAnswer?>> Refused(PortalBrowser browser) => async () =>
        await browser.GetAsync("/api/v1/policies", Stop) is { Status: not HttpStatusCode.OK } refusal ? refusal : null;

    private static string Other(string code) => code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10));
}
