using System.Net;
using Portal.Web.Tests.Broker;
using Portal.Web.Tests.Support;

namespace Portal.Web.Tests.Frame;

/// <summary>A form that is shown again says by its status what the service said by its.</summary>
public sealed class RefusedFormTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Admin = "ida@harborlight.example";

    [Fact]
    public async Task A_stale_second_factor_and_a_missing_reason_are_told_apart()
    {
        var path = site.PathOf(FakeClients.Heavy, "/step-in");
        using var reasonless = await site.PostAsAsync(BrokerWindows.Broker, path, ("mode", "manage"), ("reason", ""));
        site.Identity.Clients.IsFresh = false;
        using var stale = await site.PostAsAsync(
            BrokerWindows.Broker, path, ("mode", "manage"), ("reason", "Renews the umbrella"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reasonless.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, stale.StatusCode);
    }

    [Fact]
    public async Task Who_has_to_wait_is_told_how_long()
    {
        site.Identity.Clients.WasAsked = true;

        using var response = await site.PostAsAsync(
            BrokerWindows.Broker, site.PathOf(FakeClients.Heavy, "/consent-requests"), ("reason", "Called for help"));

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3540), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Settings_that_somebody_else_changed_meanwhile_are_a_failed_precondition()
    {
        using var response = await site.PostAsAsync(
            Admin, "/settings", ("etag", "\"0\""), ("idleMinutes", "20"), (
                "absoluteHours", "8"), ("accent", "#0f5c6e"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Contains(
            "Somebody else changed the settings",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_is_a_conflict()
    {
        using var response = await site.PostAsAsync(
            Admin, $"/settings/people/{site.Identity.Agency.Staff[0].Id}/activity", ("active", "false"));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task What_the_pages_refuse_themselves_stays_unprocessable()
    {
        using var response = await site.PostAsAsync(Admin, "/settings/partners/p-ams/keys", ("keys", "{ not json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    public ValueTask InitializeAsync()
    {
        site.Identity.Clients.IsFresh = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
