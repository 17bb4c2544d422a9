using Portal.Certificate.Tests.Support;
using Portal.Testing;
using Portal.Testing.Telemetry;

namespace Portal.Certificate.Tests.Features;

/// <summary>
/// Who has a certificate's verification code sees what it shows, so the code is in no span, metric or log.
/// </summary>
public sealed class VerificationExportTests(Servers servers)
{
    private const string Code = "07QQC0DEFG1HJKMNPQRSTVWXYZ";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verification_is_exported_without_its_code()
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await CertificateService.StartAsync(servers, Stop);
        await using (var exporting = service.Start(builder =>
        {
            foreach (var (key, value) in collector.Settings)
            {
                builder.UseSetting(key, value);
            }
        }))
        {
            using var client = exporting.CreateClient();
            (await client.GetAsync(new Uri($"/verify/{Code}?from=mail", UriKind.Relative), Stop)).Dispose();
            await collector.HoldsAsync("traces", "GET /verify/{code}", Stop);
        }

        Assert.Contains("http.server.request.duration", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain(Code, collector.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("from=", collector.Everything, StringComparison.Ordinal);
    }
}
