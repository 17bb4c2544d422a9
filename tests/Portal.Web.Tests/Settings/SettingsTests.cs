using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Insured;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Settings;

/// <summary>The agency's settings, by an administrator and by an agent.</summary>
public sealed class SettingsTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Admin = "ida@harborlight.example";

    [Theory]
    [InlineData("settings", "")]
    [InlineData("people", "/people")]
    [InlineData("person-new", "/people/new")]
    [InlineData("partners", "/partners")]
    [InlineData("partner", "/partners/p-ams")]
    [InlineData("partner-new", "/partners/new")]
    public async Task A_page_is_accessible_quiet_and_fits(string name, string path)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);

        var answer = await window.Page.GotoAsync("/settings" + path);

        Assert.Equal(200, answer!.Status);
        await window.CheckViewsAsync(name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_refused_stands_at_its_field_and_what_was_typed_stays(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings");

        await window.TypeAsync("Name (optional)", "Front desk");
        await window.TypeAsync("Minutes without use", "half an hour");
        await window.PressAsync("Save");

        await window.SaysAsync("#field-idleMinutes-error", "Choose 5 to 120.");
        await Assertions.Expect(window.Page.GetByLabel("Minutes without use")).ToHaveValueAsync("half an hour");
        await window.ScreenshotAsync("settings-refused");
        await window.TypeAsync("Minutes without use", "20");
        await window.PressAsync("Save");

        await window.Page.GetByText("The settings were saved.").WaitForAsync();
        Assert.Equal(20, site.Identity.Agency.Set!.IdleMinutes);
        Assert.Equal("Front desk", site.Identity.Agency.Set.Contact.Name);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Another_persons_change_in_the_meantime_is_not_overwritten_unknowingly()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync("/settings");
        site.Identity.Agency.Version++;
        var before = site.Identity.Agency.Set;

        await window.TypeAsync("Hours in any case", "8");
        await window.PressAsync("Save");

        await window.Page.GetByRole(AriaRole.Alert).SaysAsync("Somebody else changed the settings");
        Assert.Same(before, site.Identity.Agency.Set);
        await window.PressAsync("Save");
        await window.Page.GetByText("The settings were saved.").WaitForAsync();
        Assert.Equal(8, site.Identity.Agency.Set!.AbsoluteHours);
    }

    [Fact]
    public async Task An_agent_reads_and_is_offered_no_change()
    {
        await using var window = await chromium.OpenAsAsync(site, BrokerWindows.Broker);

        await window.Page.GotoAsync("/settings");

        await Assertions.Expect(window.Page.Locator("form[method=post]")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page.GetByLabel("Address of your sign-in page")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Partner clients" }))
            .ToHaveCountAsync(0);
        await window.CheckAsync("settings-agent");
        await window.Page.GotoAsync("/settings/people");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }))
            .ToHaveCountAsync(0);
        foreach (var path in (string[])["/settings/people/new", "/settings/partners"])
        {
            var answer = await window.Page.GotoAsync(path);
            Assert.Equal(403, answer!.Status);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task People_are_added_changed_and_deactivated(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings/people/new");
        await window.TypeAsync("Name", $"Nadia {scripts}");
        await window.TypeAsync("Email address", "sam@harborlight.example");
        await window.PressAsync("Add");
        await window.SaysAsync("#field-email-error", "has this address");

        await window.TypeAsync("Email address", $"nadia.{scripts}@harborlight.example");
        await window.PressAsync("Add");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = $"Nadia {scripts}" }).ClickAsync();
        await window.Page.GetByLabel("Assistant").CheckAsync();
        await window.PressAsync("Save");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = $"Nadia {scripts}" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }))
            .ToBeVisibleAsync();
        await window.ScreenshotAsync("person");
        await window.PressAsync("Deactivate");

        await window.Page.GetByText("may no longer sign in").WaitForAsync();
        Assert.Contains(
            site.Identity.Agency.Staff,
            person => person.Name == $"Nadia {scripts}" && person is { Role: "assistant", Active: false });
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync($"/settings/people/{site.Identity.Agency.Staff[0].Id}");

        await window.PressAsync("Deactivate");

        await window.Page.GetByRole(AriaRole.Alert).SaysAsync("last active admin");
    }

    [Fact]
    public async Task A_lost_second_factor_is_reset()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        var person = site.Identity.Agency.Staff[1].Id;
        await window.Page.GotoAsync($"/settings/people/{person}");

        await window.PressAsync("Reset second factor");

        await window.Page.GetByText("The next sign-in sets up a new one.").WaitForAsync();
        Assert.Contains(person, site.Identity.Agency.Resets);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_that_were_filled_while_the_session_ended_are_saved_after_signing_in_again(bool scripts)
    {
        await using var window = await chromium.OpenAsync(site, scripts);
        await window.Page.GotoAsync("/sign-in/harborlight/staff");
        var reference = site.SignIn(Admin);
        await window.CarryAsync(reference);
        await window.Page.GotoAsync("/settings");
        await window.TypeAsync("Name (optional)", "Night desk & sons");
        await window.TypeAsync("Minutes without use", "45");
        await window.TypeAsync("Accent color", "#aa3300");
        await window.Page.GetByLabel("Conceal which addresses are known").CheckAsync();
        site.Identity.Sessions.TryRemove(reference, out _);
        await window.PressAsync("Save");
        await window.HeadsAsync("You have been signed out");

        await window.CarryAsync(site.SignIn(Admin));
        await window.PressAsync("Send what I typed");

        await window.Page.GetByText("The settings were saved.").WaitForAsync();
        var saved = site.Identity.Agency.Set!;
        Assert.Equal(
            ("Night desk & sons", 45, "#aa3300", true),
            (saved.Contact.Name, saved.IdleMinutes, saved.Accent, saved.ConcealsAddresses));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_persons_page_and_a_new_secret_are_accessible_quiet_and_fit()
    {
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync($"/settings/people/{site.Identity.Agency.Staff[1].Id}");
        await window.CheckViewsAsync("person");

        await window.Page.GotoAsync("/settings/partners/new");
        await window.TypeAsync("Name", "Certificates of the agency management system");
        await window.Page.GetByLabel("See clients").CheckAsync();
        await window.PressAsync("Add");
        await Assertions.Expect(window.Page.GetByLabel("Secret", new() { Exact = true })).ToBeVisibleAsync();
        await window.CheckViewsAsync("partner-secret");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_partner_client_shows_its_secret_once(bool scripts)
    {
        await using var window = await chromium.OpenAsAsync(site, Admin, scripts: scripts);
        await window.Page.GotoAsync("/settings/partners/new");
        await window.TypeAsync("Name", $"Certificates of {scripts}");
        await window.PressAsync("Add");
        await window.Page.Locator(".choices .error").SaysAsync("at least one scope");
        await Assertions.Expect(window.Page.GetByLabel("Name")).ToHaveValueAsync($"Certificates of {scripts}");

        await window.Page.GetByLabel("See clients").CheckAsync();
        await window.PressAsync("Add");
        await Assertions.Expect(window.Page.GetByLabel("Secret", new() { Exact = true }))
            .ToHaveValueAsync(FakeAgencyApi.Secret);
        await window.ScreenshotAsync("partner-secret");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "I have copied it" }).ClickAsync();

        Assert.DoesNotContain(FakeAgencyApi.Secret, await window.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_partner_client_is_disabled_and_its_keys_are_read_before_they_are_sent()
    {
        site.Identity.Agency.Partners.Add(new FakePartner("p-keys", "With keys", ["clients.read"], "private_key_jwt"));
        await using var window = await chromium.OpenAsAsync(site, Admin);
        await window.Page.GotoAsync("/settings/partners/p-keys");

        await window.TypeAsync("JSON Web Key Set", "{ not json");
        await window.PressAsync("Set keys");
        await window.SaysAsync("#field-keys-error", "This is no JSON Web Key Set");
        await Assertions.Expect(window.Page.GetByLabel("JSON Web Key Set")).ToHaveValueAsync("{ not json");
        await window.PressAsync("Disable");

        await window.Page.GetByText("was disabled, and its tokens ended.").WaitForAsync();
        Assert.True(site.Identity.Agency.Partners.Single(partner => partner.Id == "p-keys").Disabled);
    }
}
