using System.Net;
using Portal.SystemTests.Running;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;
using Portal.Testing.Waiting;

namespace Portal.SystemTests;

/// <summary>The agency in its clients' accounts, and what the clients learn of it and can do about it.</summary>
[Collection(PortalCollection.Name)]
public sealed class SteppingInTests(PortalSystem system)
{
    private const string ViewReason = "Looking up the limits for a call";
    private const string ManageReason = "Renewing general liability as agreed by phone";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_are_in_two_accounts_at_once_and_the_client_reads_who_when_why_and_what_was_done_and_ends_it()
    {
        var clients = await system.People.ClientsAsync(Stop);
        var (viewed, managed) = (clients[1], clients[2]);
        var admin = await system.People.AdminAsync(Stop);
        using var insured = await system.People.InsuredAsync(managed, Stop);
        var started = DateTimeOffset.UtcNow;
        var (view, manage) = (
            await StepInAsync(viewed, "view", ViewReason), await StepInAsync(managed, "manage", ManageReason));

        // Both at once, again and again, and each shows its own account alone.
        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var (path, client) = number % 2 == 0 ? (view, viewed) : (manage, managed);
            return (client.Id, Policies: await PoliciesAsync(admin, path));
        }));
        Assert.All(seen, one => Assert.NotEmpty(one.Policies));
        Assert.All(
            seen,
            one => Assert.All(one.Policies, policy => Assert.Equal(one.Id, policy.ClientId)));

        var refused = await RenewAsync(view, seen[0].Policies[0]);
        Assert.Equal((HttpStatusCode.Forbidden, "view-only"), refused.Refusal);
        var policy = seen[1].Policies.First(one => one.Line == "general_liability");
        var foreign = await RenewAsync(manage, seen[0].Policies[0]);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        var promise = (await RenewAsync(manage, policy)).Expect<RenewalAnswer>(HttpStatusCode.Accepted);
        await FinishedAsync(admin, $"{manage}api/v1/distributions/{promise.DistributionId}");

        var delegation = await ReadDelegationAsync(insured, manage, managed, started);
        await ReadRenewalAsync(insured, delegation, managed, policy);

        (await insured.SendAsync(HttpMethod.Delete, $"/api/v1/delegations/{delegation.Id}", body: null, Stop))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "delegation-ended"),
            (await Within.ASecondAsync(Ended(admin, manage))).Refusal);
        Assert.NotEmpty(await PoliciesAsync(admin, view));
        (await admin.GetAsync("/api/v1/session", Stop)).Expect(HttpStatusCode.OK);

        var verdict = (await admin.GetAsync("/api/v1/audit/verification", Stop))
            .Expect<AuditVerificationAnswer>(HttpStatusCode.OK);
        Assert.True(verdict.Ok, verdict.Problem);
    }

    [Fact]
    public async Task Withdrawn_consent_shows_the_agency_out_and_keeps_it_out()
    {
        var client = (await system.People.ClientsAsync(Stop))[3];
        var admin = await system.People.AdminAsync(Stop);
        using var insured = await system.People.InsuredAsync(client, Stop);
        var path = await StepInAsync(client, "manage", ManageReason);
        Assert.NotEmpty(await PoliciesAsync(admin, path));

        (await insured.SendAsync(HttpMethod.Put, "/api/v1/consent", new { given = false }, Stop))
            .Expect(HttpStatusCode.OK);
        Assert.Equal(
            (HttpStatusCode.Unauthorized, "delegation-ended"), (await Within.ASecondAsync(Ended(admin, path))).Refusal);
        var next = await AskInAsync(client, "view", ViewReason);
        Assert.Equal((HttpStatusCode.Forbidden, "consent-withdrawn"), next.Refusal);

        var trail = (await insured.GetAsync("/api/v1/audit?action=delegation.", Stop))
            .Expect<PageAnswer<AuditEntryAnswer>>(HttpStatusCode.OK);
        Assert.Equal(
            ["delegation.refused", "delegation.ended", "delegation.started"],
            trail.Items.Select(entry => entry.Action));
    }

    private async Task<PortalAnswer> AskInAsync(DemoClient client, string mode, string reason) =>
        await (await system.People.AdminAsync(Stop))
            .PostAsync("/api/v1/delegations", new { clientId = client.Id, mode, reason }, Stop);

    /// <summary>Answers the path below which the account is found.</summary>
    private async Task<string> StepInAsync(DemoClient client, string mode, string reason) =>
        (await AskInAsync(client, mode, reason)).Expect<DelegationAnswer>(HttpStatusCode.Created).Path;

    private async Task<PortalAnswer> RenewAsync(string path, PolicyAnswer policy)
    {
        return await (await system.People.AdminAsync(Stop)).PostAsync(
            $"{path}api/v1/policies/{policy.Id}/renewals",
            new { effective = policy.Expiration, expiration = policy.Expiration.AddYears(1) },
            Stop);
    }

    private static async Task<IReadOnlyList<PolicyAnswer>> PoliciesAsync(PortalBrowser admin, string path) =>
        (await admin.GetAsync($"{path}api/v1/policies?limit=200", Stop))
            .Expect<PageAnswer<PolicyAnswer>>(HttpStatusCode.OK).Items;

    private static Func<Task<PortalAnswer?>> Ended(PortalBrowser admin, string path) => async () =>
        await admin.GetAsync($"{path}api/v1/policies", Stop) is { Status: not HttpStatusCode.OK } refusal
            ? refusal
            : null;

    private static async Task FinishedAsync(PortalBrowser admin, string distribution)
    {
        var state = await UntilAsync<DistributionAnswer>(admin, distribution, answer => answer.IsFinished());
        Assert.Equal(0, state.Failed);
        Assert.True(state.Delivered > 0, state.ToString());
    }

    private static async Task<DelegationAnswer> ReadDelegationAsync(
        PortalBrowser insured, string path, DemoClient client, DateTimeOffset after)
    {
        var page = (await insured.GetAsync("/api/v1/delegations", Stop))
            .Expect<PageAnswer<DelegationAnswer>>(HttpStatusCode.OK);
        var delegation = Assert.Single(page.Items);
        Assert.Equal(path, delegation.Path);
        Assert.Equal(client.Id, delegation.ClientId);
        Assert.Equal(People.AdminName, delegation.Staff.Name);
        Assert.Equal(("manage", ManageReason), (delegation.Mode, delegation.Reason));
        Assert.InRange(delegation.StartedAt, after.AddSeconds(-1), DateTimeOffset.UtcNow);
        Assert.True(delegation.Active);
        return delegation;
    }

    // Told by Policy over the bus, so it is there a moment later.
    private static async Task ReadRenewalAsync(
        PortalBrowser insured, DelegationAnswer delegation, DemoClient client, PolicyAnswer policy)
    {
        var page = await UntilAsync<PageAnswer<AuditEntryAnswer>>(
            insured,
            $"/api/v1/audit?delegation={delegation.Id}&action=policy.",
            answer => answer.Items.Count > 0);
        var entry = Assert.Single(page.Items);
        Assert.Equal("policy.RenewPolicy", entry.Action);
        Assert.Equal($"/api/v1/policies/{policy.Id}/renewals", entry.Target);
        Assert.Equal((delegation.Staff.Id, People.AdminName), (entry.Actor.Id, entry.Actor.Name));
        Assert.Equal(client.Id.ToString(), entry.OnBehalfOf);
        Assert.Equal(client.Id, entry.ClientId);
    }

    private static Task<T> UntilAsync<T>(PortalBrowser browser, string path, Func<T, bool> wanted) =>
        Eventually.GetAsync(
            async () => (await browser.GetAsync(path, Stop)).Expect<T>(HttpStatusCode.OK),
            wanted,
            Stop,
            $"{path} to come to the wanted state",
            patience: TimeSpan.FromMinutes(1),
            interval: TimeSpan.FromMilliseconds(100));
}
