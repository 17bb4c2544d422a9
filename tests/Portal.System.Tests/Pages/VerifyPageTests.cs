using Microsoft.Playwright;
using Portal.SystemTests.Running;
using Portal.Testing.Browsing;
using Portal.Testing.Running.Answers;

namespace Portal.SystemTests.Pages;

/// <summary>What anybody sees who follows the code on a certificate.</summary>
[Collection(PagesCollection.Name)]
public sealed class VerifyPageTests(Chromium chromium, PortalWithGoogle system)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_page_behind_a_certificates_code_is_accessible_quiet_and_says_what_is_true_now(
        int width, ColorScheme scheme)
    {
        var client = system.WithCertificates;
        var listed = await system.Portal.Partner.GetAsync<PageAnswer<CertificateAnswer>>(
            $"/api/v1/certificates?client={client.Id}&limit=1", Stop);
        var certificate = listed.Items[0];
        var path = certificate.VerificationUrl.AbsolutePath;
        await using var window = await chromium.OpenAsync(system.Address, width: width, scheme: scheme);

        var answer = await window.Page.GotoAsync(path);
        await CheckAsync(window, answer!, $"verify-{width}-{scheme}");
        var said = await window.Page.Locator("body").InnerTextAsync();
        Assert.Contains(client.Name, said, StringComparison.Ordinal);
        Assert.Contains(certificate.Number, said, StringComparison.Ordinal);

        // Who follows a code learns of the certificate, not of anybody else.
        Assert.DoesNotContain(certificate.Holder.Email, said, StringComparison.Ordinal);

        var unknown = await window.Page.GotoAsync("/verify/0123456789ABCDEFGHJKMNPQRS");
        Assert.Equal(404, unknown!.Status);
        await CheckAsync(window, unknown, $"verify-unknown-{width}-{scheme}");
    }

    private static async Task CheckAsync(Window window, IResponse answer, string name)
    {
        await window.ScreenshotAsync(name);
        Assert.DoesNotContain(
            "unsafe-", (await answer.AllHeadersAsync())["content-security-policy"], StringComparison.Ordinal);
        Assert.Empty(await window.FindingsAsync());
    }
}
