using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Features.SignIns;
using Portal.Identity.Tests.Support;
using Portal.Testing.Telemetry;

namespace Portal.Identity.Tests.SignIns;

public sealed class SignInMetricTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task Sign_ins_and_refusals_are_counted_by_proof_and_reason_and_by_nobodys_name()
    {
        using var recorder = new MetricRecorder(
            SignInMetrics.MeterName, fixture.Host.Services.GetRequiredService<IMeterFactory>());
        var email = SignInFixture.NewEmail();
        await fixture.AccountAsync(email);
        var browser = fixture.Browser();
        (await browser.StartAsync(email)).At("code");
        var code = await fixture.CodeAsync(email);

        await browser.CheckAsync(SignInFixture.Other(code));
        (await browser.CheckAsync(code)).At("done");
        await fixture.Browser().StartAsync(SignInFixture.NewEmail());

        Assert.Equal(1, recorder.Sum("portal.identity.sign_ins", "portal.sign_in.method=code"));
        Assert.Equal(
            1, recorder.Sum("portal.identity.sign_in.refusals", "error.type=code-wrong", "portal.sign_in.method=code"));
        Assert.Equal(
            1,
            recorder.Sum(
                "portal.identity.sign_in.refusals", "error.type=address-not-found", "portal.sign_in.method=address"));
        Assert.Equal(1, recorder.Sum("portal.identity.sign_ins"));
        Assert.DoesNotContain(recorder.TagValues(), tag => tag.Contains('@', StringComparison.Ordinal));
    }
}
