using Portal.Identity.Tests.Support;
using Portal.Testing;
using Portal.Testing.Telemetry;

namespace Portal.Identity.Tests.SignIns;

/// <summary>
/// What a sign-in leaves in spans, metrics and logs: that there was one, and nothing of who it was or how they proved
/// it.
/// </summary>
/// <remarks>
/// By itself, because whoever exports listens to every span of the program, and other tests look at spans too.
/// </remarks>
[Collection(nameof(SignInExportTests))]
[CollectionDefinition(nameof(SignInExportTests), DisableParallelization = true)]
public sealed class SignInExportTests(Servers servers)
{
    [Fact]
    public async Task A_sign_in_is_exported_without_address_code_or_reference()
    {
        await using var collector = await Collector.StartAsync();
        var email = SignInFixture.NewEmail("obrienfreight.example");
        const string Mobile = "+15550104477";
        List<string> secrets = [email, Uri.EscapeDataString(email), Mobile];
        await using (var fixture = new SignInFixture(servers))
        {
            await fixture.StartAsync(
                [
                    ("SignIn:Texts", "true"),
                    .. collector.Settings.Select(setting => (setting.Key, (string?)setting.Value)),
                ]);
            await fixture.AccountAsync(email, Mobile);
            var browser = fixture.Browser("203.0.113.77");
            (await browser.StartAsync(email)).At("choose_destination");
            (await browser.SendCodeAsync()).At("code");
            var code = await fixture.CodeAsync(email);
            await browser.CheckAsync(SignInFixture.Other(code));
            (await browser.CheckAsync(code)).At("done");
            browser.Token = await fixture.TokenAsync((await fixture.SessionsAsync(email)).Single());
            await browser.SendAsync(HttpMethod.Get, $"/api/v1/session?email={email}");
            secrets.AddRange(
                [code, browser.Token, "203.0.113.77", .. browser.Cookies.Values.Where(value => value.Length > 8)]);
        }

        Assert.Contains("POST /api/v1/sign-in/code/check", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("relay CodeRequested", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("select", collector.Of("traces"), StringComparison.OrdinalIgnoreCase);
        Assert.All(
            secrets, secret => Assert.DoesNotContain(secret, collector.Everything, StringComparison.OrdinalIgnoreCase));
    }
}
