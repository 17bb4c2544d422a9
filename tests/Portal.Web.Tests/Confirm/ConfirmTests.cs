using System.Net;
using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Insured;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Confirm;

/// <summary>What wants a fresh second factor asks for it, whatever the page, and goes on with what was typed.</summary>
public sealed class ConfirmTests(Chromium chromium, Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Admin = "ida@harborlight.example";
    private const string Question = "Confirm that it is you";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_is_added_once_after_a_wrong_code_and_a_right_one(bool scripts)
    {
        var email = $"pia.{scripts}@harborlight.example";
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings/people/new");
        await window.TypeAsync("Name", "Pia \"><b>Bold</b> & Sons");
        await window.TypeAsync("Email address", email);
        var asked = await window.Page.RunAndWaitForResponseAsync(
            () => window.PressAsync("Add"), response => response.Request.Method == "POST");
        Assert.Equal(403, asked.Status);
        await window.HeadsAsync(Question);

        await window.TypeAsync("Authenticator code", "000000");
        await window.PressAsync("Continue");
        await window.SaysAsync(".error", "not right");
        Assert.EndsWith("/confirm", window.Page.Url, StringComparison.Ordinal);
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");

        await window.Page.GetByText("was added and may sign in").WaitForAsync();
        var added = Assert.Single(site.Identity.Agency.Staff, person => person.Email == email);
        Assert.Equal("Pia \"><b>Bold</b> & Sons", added.Name);
        Assert.Empty(window.Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_are_set_with_every_box_as_it_was(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings");
        await window.TypeAsync("Minutes without use", scripts ? "25" : "35");
        await window.Page.GetByLabel("Offer Google").UncheckAsync();
        var before = site.Identity.Agency.Version;

        await window.PressAsync("Save");
        await ConfirmAsync(window);

        await window.Page.GetByText("The settings were saved.").WaitForAsync();
        Assert.Equal(
            (scripts ? 25 : 35, before + 1), (site.Identity.Agency.Set!.IdleMinutes, site.Identity.Agency.Version));
        Assert.Equal(["email"], site.Identity.Agency.Set.SignInMethods);
        Assert.True(site.Identity.Agency.Set.ClientCenter);
    }

    [Fact]
    public async Task A_contact_is_added_and_let_in_once()
    {
        var client = site.Services.Clients.All[20];
        await using var window = await chromium.OpenAsBrokerAsync(site, scripts: false);
        await window.Page.GotoAsync($"/clients/{client.Id}/contacts/new");
        await window.TypeAsync("Name", "Nour");
        await window.TypeAsync("Email address", "nour@builder.example");
        await window.PressAsync("Save");
        await ConfirmAsync(window);
        await window.Page.GetByText("Nour was added and may sign in.").WaitForAsync();
        site.Identity.Clients.IsFresh = false;
        await window.Page.GetByRole(AriaRole.Switch, new() { Name = "Bartholomew" }).ClickAsync();
        await ConfirmAsync(window);

        await window.Page.GetByText("may sign in now").WaitForAsync();
        Assert.Single(client.Contacts, contact => contact.Name == "Nour");
        Assert.True(client.Contacts[1].Access);
    }

    [Fact]
    public async Task A_secret_is_made_once_and_shown()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync("/settings/partners/p-ams");
        var before = site.Identity.Agency.SecretsMade;

        await window.PressAsync("Make a further secret");
        await ConfirmAsync(window);

        await Assertions.Expect(window.Page.GetByLabel("Secret", new() { Exact = true }))
            .ToHaveValueAsync(FakeAgencyApi.Secret);
        Assert.Equal(before + 1, site.Identity.Agency.SecretsMade);
    }

    [Fact]
    public async Task What_is_refused_after_the_right_code_is_shown_at_its_own_form()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync("/settings/people/new");
        await window.TypeAsync("Name", "Sam");
        await window.TypeAsync("Email address", "sam@harborlight.example");

        await window.PressAsync("Add");
        await ConfirmAsync(window);

        await window.SaysAsync("#field-email-error", "has this address");
        await Assertions.Expect(window.Page.GetByLabel("Name")).ToHaveValueAsync("Sam");
        Assert.EndsWith("/settings/people/new", window.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/settings")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("settings")]
    [InlineData("/sett\u00efngs")]
    [InlineData("/settings\r\nX-Planted: 1")]
    [InlineData("")]
    public async Task What_leads_elsewhere_is_refused_before_the_code_is_spent(string to)
    {
        using var response = await site.PostAsAsync(
            Admin, "/confirm", ("confirm.to", to), ("confirm.code", FakeIdentity.RightTotp), ("name", "Pia"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.False(site.Identity.Clients.IsFresh);
    }

    [Fact]
    public async Task The_same_request_goes_on_with_its_method_and_its_query()
    {
        using var response = await site.PostAsAsync(
            Admin, "/confirm", (
                "confirm.to", "/clients/proposals?cursor=50"), ("confirm.code", "314 159"), ("chosen", "1"));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal("/clients/proposals?cursor=50", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("", "Enter the 6 digits")]
    [InlineData("000000", "not right")]
    public async Task Nothing_typed_is_lost_by_a_wrong_code_and_each_field_stands_in_the_page_once(
        string code, string said)
    {
        using var response = await site.PostAsAsync(
            Admin, "/confirm", (
                "confirm.to",
                "/settings/people/new"), ("confirm.code", code), ("name", "Pia"), ("scopes", "a"), ("scopes",
                "b"), ("code", "kept"));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        foreach (
            var (field, value) in new[]
            {
                ("name", "Pia"),
                ("scopes", "a"),
                ("scopes", "b"),
                ("code", "kept"),
                ("confirm.to", "/settings/people/new"),
            })
        {
            Assert.Equal(2, page.Split($"name=\"{field}\" value=\"{value}\"").Length);
        }

        Assert.DoesNotContain("value=\"000000\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_wrong_too_often_is_told_how_long_to_wait_and_loses_nothing()
    {
        site.Identity.Clients.WrongTooOften = true;

        using var response = await site.PostAsAsync(
            Admin, "/confirm", ("confirm.to", "/settings/people/new"), ("confirm.code", "000000"), ("name", "Pia"));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromHours(2), response.Headers.RetryAfter?.Delta);
        Assert.Contains("Wait 2 hours", page, StringComparison.Ordinal);
        Assert.Contains("name=\"name\" value=\"Pia\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_ends_before_the_code_keeps_it_all()
    {
        using var content = new FormUrlEncodedContent([new("confirm.to", "/settings/people/new"), new("name", "Pia")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/confirm") { Content = content };
        request.Headers.Add("Accept", "text/html");

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("action=\"/confirm\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"name\" value=\"Pia\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_question_is_accessible_quiet_and_fits(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin, width: width, scheme: scheme);
        await window.Page.GotoAsync("/settings");
        await window.PressAsync("Save");

        await window.HeadsAsync(Question);
        await window.CheckAsync($"confirm-{width}-{scheme}");
        await window.PressAsync("Continue");
        await window.CheckAsync($"confirm-wrong-{width}-{scheme}");
        site.Identity.Clients.WrongTooOften = true;
        await window.TypeAsync("Authenticator code", "000000");
        await window.PressAsync("Continue");
        await window.CheckAsync($"confirm-wait-{width}-{scheme}");
    }

    public ValueTask InitializeAsync()
    {
        (site.Identity.Clients.IsFresh, site.Identity.Clients.WrongTooOften) = (false, false);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task ConfirmAsync(Window window)
    {
        await window.HeadsAsync(Question);
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");
    }
}
