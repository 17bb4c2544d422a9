using System.Net;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Broker;

/// <summary>A client's certificates, each under that client's address alone.</summary>
public sealed class CertificateTests(Site site)
{
    private const string Certificate = "/certificates/00000003-0000-0000-8000-000000000001";

    [Theory]
    [InlineData("")]
    [InlineData("/document")]
    public async Task A_certificate_of_another_client_is_not_there(string part)
    {
        using var own = await site.GetAsBrokerAsync(site.PathOf(FakeClients.Heavy, Certificate + part));
        using var foreign = await site.GetAsBrokerAsync(site.PathOf(FakeClients.Long, Certificate + part));

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.DoesNotContain(
            "AC-1000-0003", await foreign.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
