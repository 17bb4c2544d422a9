using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Context;

/// <summary>When pages ask Identity who is signed in, and when what it said before still counts.</summary>
public sealed class SessionReadTests(Site site) : IClassFixture<Site>
{
    private const string Broker = "sam@harborlight.example";
    private const string WithTwoAccounts = "two@acme.example";

    [Fact]
    public async Task The_second_page_of_a_session_asks_nothing()
    {
        var reference = site.SignIn(Broker);

        var first = await GetAsync(reference, "/styleguide/reading");
        var second = await GetAsync(reference, "/styleguide/reading");

        Assert.Equal(1, Reads(reference));
        Assert.Contains("Sam Broker", first, StringComparison.Ordinal);
        Assert.Contains("Sam Broker", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_and_the_page_after_it_ask_again()
    {
        var reference = site.SignIn(Broker);
        await GetAsync(reference, "/styleguide/reading");

        using var sent = await SendAsync(reference, HttpMethod.Post, $"/delegations/{Guid.CreateVersion7()}/exit");
        await GetAsync(reference, "/styleguide/reading");
        await GetAsync(reference, "/styleguide/reading");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(3, Reads(reference));
    }

    [Fact]
    public async Task After_another_account_is_opened_the_next_page_asks_and_shows_that_one()
    {
        var reference = site.SignIn(WithTwoAccounts);
        var session = site.Identity.Sessions[reference];
        var (first, second) = (
            site.Services.Clients.Of(FakeClients.Heavy), site.Services.Clients.Of(FakeClients.Arabic));
        var before = await GetAsync(reference, $"/a/{first.Id}");
        var token = session.LastToken;

        using var sent = await SendAsync(reference, HttpMethod.Post, "/accounts", ("accountId", second.Id.ToString()));
        var after = await GetAsync(reference, $"/a/{second.Id}");

        Assert.Equal($"/a/{second.Id}", sent.Headers.Location?.OriginalString);
        Assert.NotEqual(token, session.LastToken);
        Assert.Equal(1, Reads(reference));
        Assert.Contains(first.Name, before, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Name, after, StringComparison.Ordinal);
        Assert.Contains(second.Name, WebUtility.HtmlDecode(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_out_no_page_is_shown_and_the_next_session_asks_for_itself()
    {
        var reference = site.SignIn(Broker);
        await GetAsync(reference, "/clients");

        using var ended = await SendAsync(reference, HttpMethod.Post, "/sign-out");
        using var refused = await SendAsync(reference, HttpMethod.Get, "/clients");
        var next = site.SignIn(Broker);
        await GetAsync(next, "/clients");

        Assert.Equal("/sign-in", ended.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.StartsWith("/sign-in", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, Reads(next));
    }

    [Fact]
    public async Task After_a_delegation_ended_no_page_is_shown_and_the_next_delegation_asks_for_itself()
    {
        const string Visitor = "helper@harborlight.example";
        site.Identity.People[Visitor] = new FakePerson("Hal Helper", "agent") { Accounts = [FakeClients.Heavy] };
        var (own, inside) = (site.SignIn(Visitor), site.SignIn(Visitor, "view"));
        var path = $"/as/{site.Identity.Sessions[inside].Delegation}/styleguide/reading";
        await GetAsync(own, "/styleguide/reading");
        Assert.Contains("Viewing as", await GetAsync(inside, path), StringComparison.Ordinal);
        Assert.Contains("Viewing as", await GetAsync(inside, path), StringComparison.Ordinal);
        Assert.Equal((1, 1), (Reads(own), Reads(inside)));

        // As the gateway does once the delegation is revoked: it makes no token of it any more.
        site.Identity.Sessions.TryRemove(inside, out _);
        using var refused = await SendAsync(
            inside, HttpMethod.Get, path.Replace("styleguide/reading", "clients", StringComparison.Ordinal));
        var again = site.SignIn(Visitor, "manage");
        var shown = await GetAsync(again, path);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.DoesNotContain(
            "Hal Helper",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("you can make changes", shown, StringComparison.Ordinal);
        Assert.Equal(1, Reads(again));
    }

    [Fact]
    public async Task Whatever_comes_at_once_each_person_sees_their_own_session()
    {
        var sessions = Enumerable.Range(1, 12).Select(number =>
        {
            var email = $"person{number}@harborlight.example";
            site.Identity.People[email] = new FakePerson($"Person Number {number:00}", "agent");
            return (Name: $"Person Number {number:00}", Reference: site.SignIn(email));
        }).ToList();

        var pages = await Task.WhenAll(sessions.SelectMany(session => Enumerable.Range(0, 5).Select(async _ =>
            (session.Name, Page: await GetAsync(session.Reference, "/styleguide/reading")))));

        Assert.All(pages, shown => Assert.Contains(shown.Name, shown.Page, StringComparison.Ordinal));
        Assert.All(pages, shown => Assert.All(
            sessions.Where(other => other.Name != shown.Name),
            other => Assert.DoesNotContain(other.Name, shown.Page, StringComparison.Ordinal)));
    }

    /// <summary>How often Identity was asked for the session with the token that the gateway has for it now.</summary>
    private int Reads(string reference) => site.Identity.Requests.Count(request =>
        request is { Method: "GET", Path: "/api/v1/session" }
        && request.Headers["Authorization"] == "Bearer " + site.Identity.Sessions[reference].LastToken);

    private async Task<string> GetAsync(string reference, string path)
    {
        using var response = await SendAsync(reference, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string reference, HttpMethod method, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", $"{FakeIdentity.SessionCookie}={reference}");
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(
                fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
