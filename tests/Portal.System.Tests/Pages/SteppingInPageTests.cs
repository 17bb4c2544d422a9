using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Running;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests.Pages;

/// <summary>The agency in its clients' accounts, in the tabs of one browser.</summary>
[Collection(PortalCollection.Name)]
public sealed class SteppingInPageTests(Chromium chromium, PortalSystem system)
{
    private const string Reason = "Renewing general liability as agreed by phone";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_clients_are_open_beside_ones_own_pages_and_the_client_reads_afterwards_who_was_in_why_and_what_was_done()
    {
        var book = await system.People.BookAsync(Stop);
        var (viewed, managed) = (book["C670007"], book["C670008"]);
        await using var desk = await system.People.DeskAsync(chromium, Stop);
        var own = desk.Window;
        var view = await ViewAsync(own, viewed);
        var manage = await ManageAsync(own, managed);

        // The tabs side by side, each as often as a person's impatience has it.
        await Task.WhenAll(((Window[])[own, view, manage]).Select(ReloadThreeTimesAsync));
        await ShowsAccountAsync(view, viewed, "read-only");
        await ShowsAccountAsync(manage, managed, "you can make changes");
        await own.ShowsAsync("Clients");
        await Assertions.Expect(own.Page.Locator(".stepped-in")).ToHaveCountAsync(0);
        await own.SaysAsync(".profile", People.AdminName);
        await OffersNothingThatWouldBeRefusedAsync(view, viewed);

        await RenewAsync(manage);
        await view.PressAsync("Exit");
        await view.ShowsAsync("Clients");
        await manage.Page.GotoAsync($"{Below(manage)}/a/{managed.Id}");
        await ShowsAccountAsync(manage, managed, "you can make changes");
        await manage.PressAsync("Exit");
        await manage.ShowsAsync("Clients");
        await own.ReloadAsync();
        await own.ShowsAsync("Clients");

        await ReadAsTheClientAsync(managed);
    }

    [Fact]
    public async Task A_form_forged_in_a_tab_that_may_only_view_is_refused_by_the_gateway_and_by_the_service_behind_it()
    {
        var client = (await system.People.BookAsync(Stop))["C670010"];
        await using var desk = await system.People.DeskAsync(chromium, Stop);
        var view = await ViewAsync(desk.Window, client);
        var policies = await system.Portal.Partner.GetTextAsync(PartnerApi.PoliciesPath(client.Ref), Stop);
        var policy = (await system.Portal.Partner.PoliciesAsync(client.Ref, Stop))
            .First(one => one.Line == "general_liability");
        var (id, effective) = (policy.Id, policy.Expiration);

        // Everything that the page of a renewal would have sent, as if a control had been there.
        var refused = await view.Page.RunAndWaitForResponseAsync(
            () => view.Page.EvaluateAsync(
                """
                ([action, fields]) => {
                    const form = Object.assign(document.createElement("form"), { method: "post", action });
                    for (const [name, value] of Object.entries(fields)) {
                        form.append(Object.assign(document.createElement("input"), { name, value }));
                    }
                    document.body.append(form);
                    form.submit();
                }
                """,
                new object[] { $"{Below(view)}/clients/{client.Id}/renew", FieldsOf(policy, effective) }),
            response => response.Request.Method == "POST");
        Assert.Equal(403, refused.Status);
        Assert.Empty(view.Faults);

        var order = new { renewals = new[] { new { policyId = id, effective, expiration = effective.AddYears(1) } } };
        using var content = JsonContent.Create(order);
        using var direct = new HttpRequestMessage(
            HttpMethod.Post, new Uri(system.Portal.AddressOf("policy"), $"/api/v1/clients/{client.Id}/renewals"));
        direct.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", await TokenAsync(view, await desk.SessionAsync()));
        direct.Content = content;
        using var http = new HttpClient();
        using var answer = await http.SendAsync(direct, Stop);
        Assert.Equal(
            (HttpStatusCode.Forbidden, "view-only"), (await PortalAnswer.OfAsync(answer, Stop)).Refusal);

        Assert.Equal(
            policies, await system.Portal.Partner.GetTextAsync(PartnerApi.PoliciesPath(client.Ref), Stop));
    }

    private static string Below(Window tab) => string.Join('/', new Uri(tab.Page.Url).AbsolutePath.Split('/').Take(3));

    private static async Task<Window> ViewAsync(Window own, DemoClient client)
    {
        await own.Page.GotoAsync($"/clients?search={client.Ref}");
        var tab = await own.BesideAsync(() => own.PressLikeAsync($"^Step into the account of {client.Name}"));
        await tab.ArriveAsync($"/as/[0-9a-f-]+/a/{client.Id}$");
        return tab;
    }

    private static async Task<Window> ManageAsync(Window own, DemoClient client)
    {
        await own.Page.GotoAsync($"/clients?search={client.Ref}");
        await own.Page.GetByLabel($"More for {client.Name}").ClickAsync();
        var tab = await own.BesideAsync(() => own.GoAsync("^Step in to make changes"));
        await tab.PressAsync("Step in");
        await Assertions.Expect(tab.Page.Locator(".error").First).ToBeVisibleAsync();
        await tab.TypeAsync("Why", Reason);
        await tab.PressAsync("Step in");
        await tab.ArriveAsync($"/as/[0-9a-f-]+/a/{client.Id}$");
        return tab;
    }

    private static async Task ReloadThreeTimesAsync(Window tab)
    {
        for (var time = 0; time < 3; time++)
        {
            await tab.ReloadAsync();
        }
    }

    private static async Task ShowsAccountAsync(Window tab, DemoClient client, string mode)
    {
        await tab.ShowsAsync(client.Name);
        var banner = await tab.Page.InnerTextAsync(".stepped-in");
        Assert.Contains($"Viewing as {client.Name}", banner, StringComparison.Ordinal);
        Assert.Contains($"you are {People.AdminName}", banner, StringComparison.Ordinal);
        Assert.Contains(mode, banner, StringComparison.Ordinal);
        await tab.SaysAsync(".profile", client.Name);
    }

    private static async Task OffersNothingThatWouldBeRefusedAsync(Window tab, DemoClient client)
    {
        var root = $"{Below(tab)}/a/{client.Id}";
        foreach (var path in (string[])["", "/policies", "/certificates", "/access"])
        {
            var answer = await tab.Page.GotoAsync(root + path);
            Assert.Equal(200, answer!.Status);
            var forms = await tab.Page.Locator("form[method=post]")
                .EvaluateAllAsync<string[]>("forms => forms.map(form => form.action)");
            Assert.EndsWith("/exit", Assert.Single(forms), StringComparison.Ordinal);
            await Assertions.Expect(tab.Page.Locator("a[href*='/renew']")).ToHaveCountAsync(0);
        }
    }

    // What a delegate who manages can do: a renewal from its choice to its end, without leaving the client's account.
    private static async Task RenewAsync(Window tab)
    {
        await tab.Page.GetByRole(AriaRole.Navigation)
            .GetByRole(AriaRole.Link, new() { Name = "Policies", Exact = true }).ClickAsync();
        await tab.GoAsync("^Renew$");
        await tab.ShowsAsync("Which policies renew?");
        await tab.Page.GetByLabel("General liability").CheckAsync();
        await tab.PressAsync("Continue");
        await tab.ShowsAsync("What are the new terms?");
        await tab.PressAsync("Continue");
        await tab.ShowsAsync("Check before it goes out");
        await tab.PressLikeAsync("^Renew and send");
        await tab.ArriveAsync("^[^?]+/as/[0-9a-f-]+/clients/[0-9a-f-]+/distributions/");
        await Assertions.Expect(tab.Page.Locator("#run"))
            .ToContainTextAsync("issued and delivered", new() { Timeout = BrokerPages.Patience });
        await tab.ShowsAsync("Distribution");
    }

    private async Task ReadAsTheClientAsync(DemoClient client)
    {
        using var insured = await system.People.InsuredAsync(client, Stop);
        await using var window = await chromium.OpenAsync(system.Portal.Gateway.OriginalString.TrimEnd('/'));
        await window.CarryAsync(PortalBrowser.SessionCookie, insured.Session);
        await window.Page.GotoAsync($"/a/{client.Id}/access");
        await window.ShowsAsync("Who has been in your account");
        var visit = await window.Page.Locator("table.data tbody tr").InnerTextAsync();
        Assert.All(
            [People.AdminName, "Make changes", Reason], said => Assert.Contains(said, visit, StringComparison.Ordinal));
        Assert.DoesNotContain("at the latest", visit, StringComparison.Ordinal);

        // Told by Policy over the bus, so it is there a moment later.
        await window.GoAsync($"^{People.AdminName}");
        var heading = $"{People.AdminName} in your account";
        await window.HeadsAsync(heading);
        await window.UntilItSaysAsync(heading, "Renewed policies");
        await window.ShowsAsync(heading);
        await window.SaysAsync("main", Reason);
        Assert.DoesNotContain(
            await window.Page.Locator(".deeds li").AllInnerTextsAsync(),
            deed => deed.Contains("Refused", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> FieldsOf(PolicyAnswer policy, DateOnly effective) => new()
    {
        ["policy"] = policy.Id.ToString(),
        ["effective-0"] = $"{effective:yyyy-MM-dd}",
        ["expiration-0"] = $"{effective.AddYears(1):yyyy-MM-dd}",
        ["number-0"] = policy.Number,
        ["insurer-0"] = policy.Carrier.Name,
        ["naic-0"] = policy.Carrier.Naic,
        ["key"] = Guid.CreateVersion7().ToString(),
    };

    // The token that the gateway makes of the session in this tab, had the way that the gateway has it (RFC 8693).
    private async Task<string> TokenAsync(Window tab, string session)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(system.Portal.AddressOf("identity"), "/connect/token"));
        var secret = await system.Portal.SecretAsync("svc-gateway-secret", Stop);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"svc-gateway:{secret}")));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
            ["subject_token"] = Below(tab).Split('/')[2],
            ["subject_token_type"] = "urn:portal:params:oauth:token-type:delegation",
            ["actor_token"] = session,
            ["actor_token_type"] = "urn:portal:params:oauth:token-type:session",
        });
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request, Stop);
        return (await PortalAnswer.OfAsync(answer, Stop)).Expect<TokenAnswer>(HttpStatusCode.OK).AccessToken;
    }
}
