using System.Net;
using Portal.Identity.Features.Keys.RotateKeys;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;
using Portal.Testing;

namespace Portal.Identity.Tests.Keys;

public sealed class RotateKeysRouteTests(Servers servers)
{
    private const string Path = "/internal/operations/rotate-keys";
    private const string Secret = "an-operator-of-these-tests";

    [Fact]
    public async Task An_operator_begins_one_rotation_however_often_the_button_is_pressed()
    {
        await using var identity = await IdentityHost.StartAsync(
            await IdentityEnvironment.CreateAsync(servers), ("Operations:Secret", Secret));

        var first = await RotateAsync(identity, Secret);
        var second = await RotateAsync(identity, Secret);

        var (keys, coming) = (await PublishedAsync(identity), await RotationAsync(first));
        Assert.Equal(2, keys.Count);
        Assert.Contains(keys, key => key.Kid == coming.KeyId);
        Assert.True(coming.SignsFrom > DateTimeOffset.UtcNow);
        Assert.Equal(coming.KeyId, (await RotationAsync(second)).KeyId);
    }

    [Theory]
    [InlineData(Secret, null)]
    [InlineData(Secret, "")]
    [InlineData(Secret, "another-operator-of-tests")]
    [InlineData(null, Secret)]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("short", "short")]
    public async Task Nobody_else_may(string? given, string? brought)
    {
        await using var identity = await IdentityHost.StartAsync(
            await IdentityEnvironment.CreateAsync(servers), ("Operations:Secret", given));

        using var refused = await RotateAsync(identity, brought);
        using var withToken = await identity.SendAsync(HttpMethod.Post, Path, await identity.GatewayTokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, withToken.StatusCode);
        Assert.Single(await PublishedAsync(identity));
    }

    private static Task<RotationResponse> RotationAsync(HttpResponseMessage response) =>
        response.ReadAsync<RotationResponse>();

    private static async Task<IReadOnlyList<JsonWebKey>> PublishedAsync(IdentityHost identity) =>
        (await identity.ReadAsync<JsonWebKeySet>("/.well-known/jwks.json")).Keys;

    private static async Task<HttpResponseMessage> RotateAsync(IdentityHost identity, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Portal-Operator", secret);
        }

        return await identity.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
