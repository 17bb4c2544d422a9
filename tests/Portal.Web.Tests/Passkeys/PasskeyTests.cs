using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Passkeys;

/// <summary>Passkeys of the agency's people, with the browser's own authenticator.</summary>
public sealed class PasskeyTests(Chromium chromium, Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Sam = "sam@harborlight.example";

    private FakePerson Person => site.Identity.People[Sam];

    // A passkey belongs to a name; an address in numbers has none.
    private string Named => site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task A_passkey_is_added_used_to_sign_in_and_removed(int width, ColorScheme scheme)
    {
        await using var window = await chromium.OpenAsync(Named, width: width, scheme: scheme);
        var authenticator = await VirtualAuthenticator.InAsync(window);
        await window.CarryAsync(site.SignIn(Sam));
        await window.Page.GotoAsync("/passkeys");
        await window.CheckAsync($"passkeys-none-{width}-{scheme}");
        await window.TypeAsync("Name", "Office laptop");
        await window.PressAsync("Continue");
        await window.HeadsAsync("Add a passkey");
        await window.CheckAsync($"passkey-new-{width}-{scheme}");
        await window.PressAsync("Make the passkey");
        await window.Page.GetByText("Office laptop was added.").WaitForAsync();
        Assert.Equal(1, await authenticator.CountAsync());
        Assert.Equal("Office laptop", Assert.Single(Person.Passkeys).Name);
        await window.CheckAsync($"passkeys-{width}-{scheme}");

        await window.Context.ClearCookiesAsync();
        await ToSecondFactorAsync(window);
        await window.CheckAsync($"second-factor-passkey-{width}-{scheme}");
        await window.PressAsync("Use a passkey");
        await window.ArriveAsync("/clients$");
        Assert.NotNull(Person.Passkeys[0].LastUsedAt);

        await window.Page.GotoAsync("/passkeys");
        await window.PressAsync("Remove Office laptop");
        await window.Page.GetByText("The passkey was removed").WaitForAsync();
        Assert.Empty(Person.Passkeys);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task A_stale_second_factor_is_proven_first_and_the_name_stays()
    {
        site.Identity.Clients.IsFresh = false;
        await using var window = await chromium.OpenAsync(Named);
        await VirtualAuthenticator.InAsync(window);
        await window.CarryAsync(site.SignIn(Sam));
        await window.Page.GotoAsync("/passkeys");
        await window.TypeAsync("Name", "Phone");
        await window.PressAsync("Continue");
        await window.TypeAsync("Authenticator code", "000000");
        await window.PressAsync("Continue");
        await window.SaysAsync(".error", "not right");
        await window.CheckAsync("passkeys-code");
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");
        await window.PressAsync("Make the passkey");

        await window.Page.GetByText("Phone was added.").WaitForAsync();
        Assert.Equal("Phone", Assert.Single(Person.Passkeys).Name);
    }

    [Fact]
    public async Task A_passkey_proves_a_stale_second_factor_too_and_what_was_typed_goes_on()
    {
        await using var window = await chromium.OpenAsync(Named);
        await VirtualAuthenticator.InAsync(window);
        await AddAsync(window);
        site.Identity.Clients.IsFresh = false;
        await window.Page.GotoAsync(site.PathOf(FakeClients.Heavy, "/step-in"));
        await window.TypeAsync("Why", "Renews the umbrella");
        await window.PressAsync("Step in");
        await window.CheckAsync("confirm-passkey");

        await window.PressAsync("Use a passkey");

        await window.ArriveAsync("/as/.*/a/");
        Assert.Equal("Renews the umbrella", Assert.Single(site.Identity.Clients.Started).Reason);
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Without_scripts_a_stale_second_factor_is_proven_by_the_code_alone()
    {
        Person.Passkeys.Add(new FakePasskey(Guid.CreateVersion7(), "Old", "AAAA", []));
        site.Identity.Clients.IsFresh = false;
        await using var window = await chromium.OpenAsync(Named, scripts: false);
        await window.CarryAsync(site.SignIn(Sam));
        await window.Page.GotoAsync("/passkeys");
        await window.PressAsync("Remove Old");

        Assert.False(await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).IsVisibleAsync());
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Continue");

        await window.Page.GetByText("The passkey was removed").WaitForAsync();
        Assert.Empty(Person.Passkeys);
    }

    [Fact]
    public async Task Where_the_device_does_not_recognise_the_person_the_code_remains()
    {
        await using var window = await chromium.OpenAsync(Named);
        var authenticator = await VirtualAuthenticator.InAsync(window);
        await AddAsync(window);
        await authenticator.ForgetAsync();
        await window.Context.ClearCookiesAsync();
        await ToSecondFactorAsync(window);
        await window.PressAsync("Use a passkey");

        await Assertions.Expect(window.Page.Locator("[data-passkey-said]"))
            .ToHaveTextAsync("Nothing was confirmed. Try again when you are ready.");
        await window.ScreenshotAsync("second-factor-passkey-refused");
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Log in");
        await window.ArriveAsync("/clients$");
    }

    [Fact]
    public async Task An_answer_that_proves_nothing_is_refused_with_the_way_on()
    {
        await using var window = await chromium.OpenAsync(Named);
        await VirtualAuthenticator.InAsync(window);
        await AddAsync(window);
        await window.Context.ClearCookiesAsync();
        await ToSecondFactorAsync(window);
        await window.Page.EvaluateAsync(
            """
            () => {
                const form = document.querySelector("form[data-passkey]");
                form.elements.credential.value = "{\"id\":\"x\"}";
                form.submit();
            }
            """);

        await window.Page.GetByRole(AriaRole.Alert).First.SaysAsync("could not be checked");
        await window.PressAsync("Use a passkey");
        await window.ArriveAsync("/clients$");
    }

    [Fact]
    public async Task Without_scripts_the_authenticator_code_remains_and_no_passkey_is_offered()
    {
        Person.Passkeys.Add(new FakePasskey(Guid.CreateVersion7(), "Old", "AAAA", []));
        await using var window = await chromium.OpenAsync(Named, scripts: false);
        await ToSecondFactorAsync(window);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }))
            .ToBeHiddenAsync();
        await window.TypeAsync("Authenticator code", FakeIdentity.RightTotp);
        await window.PressAsync("Log in");
        await window.ArriveAsync("/clients$");
    }

    public ValueTask InitializeAsync()
    {
        Person.Passkeys.Clear();
        site.Identity.Clients.IsFresh = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task AddAsync(Window window)
    {
        await window.CarryAsync(site.SignIn(Sam));
        await window.Page.GotoAsync("/passkeys");
        await window.TypeAsync("Name", "Office laptop");
        await window.PressAsync("Continue");
        await window.PressAsync("Make the passkey");
        await window.Page.GetByText("Office laptop was added.").WaitForAsync();
    }

    private static async Task ToSecondFactorAsync(Window window)
    {
        await window.Page.GotoAsync("/sign-in/harborlight/staff");
        await window.TypeAsync("Email address", Sam);
        await window.PressAsync("Sign in");
        await window.TypeAsync("Identification code", FakeIdentity.RightCode);
        await window.PressAsync("Log in");
        await window.HeadsAsync("Enter your authenticator code");
    }
}
