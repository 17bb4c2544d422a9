using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Pdf;

namespace Portal.SystemTests.Pages;

/// <summary>A client in its own account.</summary>
[Collection(PagesCollection.Name)]
public sealed class InsuredPageTests(Chromium chromium, PortalWithGoogle system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_scripts_an_insured_reads_keeps_a_certificate_and_decides_who_may_step_in()
    {
        var client = system.WithCertificates;
        await using var window = await chromium.OpenAsync(system.Address, scripts: false);
        await window.AskAsync(SigningIn.Clients, client.Email);
        await window.EnterCodeAsync(system.Portal.Mail, client.Email);
        await window.IsHomeOfAsync(client, system.Portal);

        await window.FollowAsync("Certificates");
        await window.ArriveAsync("/certificates$");
        var holder = window.Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).First;
        var name = await holder.InnerTextAsync();
        await holder.ClickAsync();
        await window.HeadsAsync($"Certificate for {name}");
        var download = await window.Page.RunAndWaitForDownloadAsync(() =>
            window.Page.GetByRole(AriaRole.Link, new() { Name = "Download", Exact = true }).ClickAsync());
        var text = PdfTools.Text(await File.ReadAllBytesAsync(await download.PathAsync(), Stop));
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains(client.Name, text, StringComparison.Ordinal);

        await window.FollowAsync("Access");
        await window.PressAsync("Withdraw consent");
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Your agency may not step in" }).WaitForAsync();
        await window.PressAsync("Allow it again");
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Your agency may step in" }).WaitForAsync();
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Every_page_of_a_client_is_accessible_fits_a_phone_and_allows_no_inline_script_or_style()
    {
        var client = system.OfReading;
        await using var window = await chromium.OpenAsync(system.Address, width: 390);
        await window.AskAsync(SigningIn.Clients, client.Email);
        await window.PressAsync("Send the code");
        await window.EnterCodeAsync(system.Portal.Mail, client.Email);
        await window.IsHomeOfAsync(client, system.Portal);

        var home = $"/a/{client.Id}";
        foreach (
            var path in (string[])
            [
                home, home + "/policies", home + "/certificates", home + "/access", "/sessions", SigningIn.Clients,
            ])
        {
            var answer = await window.Page.GotoAsync(path);

            Assert.Equal(200, answer!.Status);
            var policy = (await answer.AllHeadersAsync())["content-security-policy"];
            Assert.StartsWith(
                "default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
            Assert.Empty(await window.AxeAsync());
            Assert.False(await window.OverflowsAsync(), $"{path} is wider than a phone.");
        }

        await window.Page.GotoAsync(home);
        await window.ScreenshotAsync("system-home-390");
        Assert.Empty(window.Faults);
    }
}
