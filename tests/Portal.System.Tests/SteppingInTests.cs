using System.Net;
using System.Text.Json;
using Portal.SystemTests.Running;
using Portal.Testing.Running;

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
        var (view, manage) = (await StepInAsync(viewed, "view", ViewReason), await StepInAsync(managed, "manage", ManageReason));

        // Both at once, again and again, and each shows its own account alone.
        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var (path, client) = number % 2 == 0 ? (view, viewed) : (manage, managed);
            return (client.Id, Policies: await PoliciesAsync(admin, path));
        }));
        Assert.All(seen, one => Assert.NotEmpty(one.Policies));
        Assert.All(seen, one => Assert.All(one.Policies, policy => Assert.Equal(one.Id, policy.GetProperty("clientId").GetGuid())));

        var refused = await RenewAsync(view, seen[0].Policies[0]);
        Assert.Equal((HttpStatusCode.Forbidden, "view-only"), refused.Refusal);
        var policy = seen[1].Policies.First(one => one.GetProperty("line").GetString() == "general_liability");
        var foreign = await RenewAsync(manage, seen[0].Policies[0]);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        var promise = (await RenewAsync(manage, policy)).Expect(HttpStatusCode.Accepted);
        await FinishedAsync(admin, $"{manage}api/v1/distributions/{promise.GetProperty("distributionId").GetString()}");

        var delegation = await ReadDelegationAsync(insured, manage, managed, started);
        await ReadRenewalAsync(insured, delegation, managed, policy);

        var id = delegation.GetProperty("id").GetString();
        (await insured.SendAsync(HttpMethod.Delete, $"/api/v1/delegations/{id}", body: null, Stop)).Expect(HttpStatusCode.NoContent);
        Assert.Equal((HttpStatusCode.Unauthorized, "delegation-ended"), (await Within.ASecondAsync(Ended(admin, manage))).Refusal);
        Assert.NotEmpty(await PoliciesAsync(admin, view));
        (await admin.GetAsync("/api/v1/session", Stop)).Expect(HttpStatusCode.OK);

        var verdict = (await admin.GetAsync("/api/v1/audit/verification", Stop)).Expect(HttpStatusCode.OK);
        Assert.True(verdict.GetProperty("ok").GetBoolean(), verdict.ToString());
    }

    [Fact]
    public async Task Withdrawn_consent_shows_the_agency_out_and_keeps_it_out()
    {
        var client = (await system.People.ClientsAsync(Stop))[3];
        var admin = await system.People.AdminAsync(Stop);
        using var insured = await system.People.InsuredAsync(client, Stop);
        var path = await StepInAsync(client, "manage", ManageReason);
        Assert.NotEmpty(await PoliciesAsync(admin, path));

        (await insured.SendAsync(HttpMethod.Put, "/api/v1/consent", new { given = false }, Stop)).Expect(HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.Unauthorized, "delegation-ended"), (await Within.ASecondAsync(Ended(admin, path))).Refusal);
        var next = await AskInAsync(client, "view", ViewReason);
        Assert.Equal((HttpStatusCode.Forbidden, "consent-withdrawn"), next.Refusal);

        var trail = (await insured.GetAsync("/api/v1/audit?action=delegation.", Stop)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["delegation.refused", "delegation.ended", "delegation.started"],
            trail.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
    }

    private async Task<PortalAnswer> AskInAsync(DemoClient client, string mode, string reason) =>
        await (await system.People.AdminAsync(Stop)).PostAsync("/api/v1/delegations", new { clientId = client.Id, mode, reason }, Stop);

    /// <summary>Answers the path below which the account is found.</summary>
    private async Task<string> StepInAsync(DemoClient client, string mode, string reason) =>
        (await AskInAsync(client, mode, reason)).Expect(HttpStatusCode.Created).GetProperty("path").GetString()!;

    private async Task<PortalAnswer> RenewAsync(string path, JsonElement policy)
    {
        var effective = policy.GetProperty("expiration").Deserialize<DateOnly>();
        return await (await system.People.AdminAsync(Stop)).PostAsync(
            $"{path}api/v1/policies/{policy.GetProperty("id").GetString()}/renewals",
            new { effective, expiration = effective.AddYears(1) },
            Stop);
    }

    private static async Task<IReadOnlyList<JsonElement>> PoliciesAsync(PortalBrowser admin, string path) =>
        [.. (await admin.GetAsync($"{path}api/v1/policies?limit=200", Stop)).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray()];

    private static Func<Task<PortalAnswer?>> Ended(PortalBrowser admin, string path) => async () =>
        await admin.GetAsync($"{path}api/v1/policies", Stop) is { Status: not HttpStatusCode.OK } refusal ? refusal : null;

    private static async Task FinishedAsync(PortalBrowser admin, string distribution)
    {
        var state = await UntilAsync(admin, distribution, answer => answer.GetProperty("status").GetString() == "finished");
        Assert.Equal(0, state.GetProperty("failed").GetInt32());
        Assert.True(state.GetProperty("delivered").GetInt32() > 0, state.ToString());
    }

    private static async Task<JsonElement> ReadDelegationAsync(
        PortalBrowser insured, string path, DemoClient client, DateTimeOffset after)
    {
        var page = (await insured.GetAsync("/api/v1/delegations", Stop)).Expect(HttpStatusCode.OK);
        var delegation = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal(path, delegation.GetProperty("path").GetString());
        Assert.Equal(client.Id, delegation.GetProperty("clientId").GetGuid());
        Assert.Equal(People.AdminName, delegation.GetProperty("staff").GetProperty("name").GetString());
        Assert.Equal(("manage", ManageReason), (delegation.GetProperty("mode").GetString(), delegation.GetProperty("reason").GetString()));
        Assert.InRange(delegation.GetProperty("startedAt").GetDateTimeOffset(), after.AddSeconds(-1), DateTimeOffset.UtcNow);
        Assert.True(delegation.GetProperty("active").GetBoolean());
        return delegation;
    }

    // Told by Policy over the bus, so it is there a moment later.
    private static async Task ReadRenewalAsync(PortalBrowser insured, JsonElement delegation, DemoClient client, JsonElement policy)
    {
        var page = await UntilAsync(
            insured,
            $"/api/v1/audit?delegation={delegation.GetProperty("id").GetString()}&action=policy.",
            answer => answer.GetProperty("items").GetArrayLength() > 0);
        var entry = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal("policy.RenewPolicy", entry.GetProperty("action").GetString());
        Assert.Equal($"/api/v1/policies/{policy.GetProperty("id").GetString()}/renewals", entry.GetProperty("target").GetString());
        Assert.Equal(delegation.GetProperty("staff").GetProperty("id").GetString(), entry.GetProperty("actor").GetProperty("id").GetString());
        Assert.Equal(People.AdminName, entry.GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal(client.Id.ToString(), entry.GetProperty("onBehalfOf").GetString());
        Assert.Equal(client.Id, entry.GetProperty("clientId").GetGuid());
    }

    private static async Task<JsonElement> UntilAsync(PortalBrowser browser, string path, Func<JsonElement, bool> wanted)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = (await browser.GetAsync(path, Stop)).Expect(HttpStatusCode.OK);
            if (wanted(answer))
            {
                return answer;
            }

            Assert.True(tries < 600, $"{path} did not come to the wanted state; it last answered {answer}");
            await Task.Delay(100, Stop);
        }
    }
}
