using System.Net;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing.Tokens;
using Portal.Testing.Waiting;

namespace Portal.ServiceDefaults.Tests.Tokens;

public sealed class KeyRingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private TestIssuer _issuer = null!;

    public async ValueTask InitializeAsync() => _issuer = await TestIssuer.StartAsync();

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public async Task A_service_starts_while_the_issuer_is_down_and_says_so_until_it_is_up()
    {
        _issuer.Down = true;
        await using var service = await SampleService.StartAsync(_issuer.Settings);
        var token = _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead);

        using (var before = await service.GetAsync("/policies", token))
        {
            await Problems.AssertAsync(before, HttpStatusCode.ServiceUnavailable, "identity-unavailable");
            Assert.Equal(TimeSpan.FromSeconds(2), before.Headers.RetryAfter?.Delta);
        }

        _issuer.Down = false;
        await AcceptedAsync(service, token);
    }

    [Fact]
    public async Task Known_keys_stay_in_use_while_the_issuer_is_down()
    {
        await using var service = await SampleService.StartAsync(_issuer.Settings);
        var token = _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead);
        using (var up = await service.GetAsync("/policies", token))
        {
            Assert.Equal(HttpStatusCode.OK, up.StatusCode);
        }

        _issuer.Down = true;
        using var forger = new TestKey();
        using var unknown = await service.GetAsync("/policies", forger.Sign(forger.Header().ToJsonString(), "{}"));
        using var known = await service.GetAsync("/policies", token);

        await Problems.AssertAsync(unknown, HttpStatusCode.Unauthorized, "token-invalid");
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_new_key_is_found_after_a_few_seconds()
    {
        await using var service = await SampleService.StartAsync(_issuer.Settings);
        using (
            var first = await service.GetAsync(
                "/policies", _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead)))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        _issuer.Keys.Insert(0, new TestKey());
        var token = _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead);
        await AcceptedAsync(service, token);
    }

    [Fact]
    public async Task Made_up_key_ids_do_not_load_the_issuer()
    {
        await using var service = await SampleService.StartAsync(_issuer.Settings);
        using (
            var first = await service.GetAsync(
                "/policies", _issuer.PartnerToken(Guid.CreateVersion7(), Scopes.PoliciesRead)))
        {
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }

        var before = _issuer.KeyRequests;
        await Parallel.ForAsync(0, 50, TestContext.Current.CancellationToken, async (_, _) =>
        {
            using var key = new TestKey();
            using var response = await service.GetAsync("/policies", key.Sign(key.Header().ToJsonString(), "{}"));
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        });

        Assert.InRange(_issuer.KeyRequests, before, before + 1);
    }

    private static Task AcceptedAsync(SampleService service, string token) => Eventually.TrueAsync(
        async () =>
        {
            using var response = await service.GetAsync("/policies", token);
            return response.StatusCode == HttpStatusCode.OK;
        },
        TestContext.Current.CancellationToken,
        "the token to be accepted",
        Patience);
}
