using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Identity.Tests.Support;
using Portal.Testing;

namespace Portal.Identity.Tests.Keys;

public sealed class RotateKeysRouteTests(Servers servers)
{
    private const string Path = "/internal/operations/rotate-keys";
    private const string Secret = "an-operator-of-these-tests";

    [Fact]
    public async Task An_operator_begins_one_rotation_however_often_the_button_is_pressed()
    {
        await using var identity = await IdentityHost.StartAsync(await Surroundings.CreateAsync(servers), ("Operations:Secret", Secret));

        var first = await RotateAsync(identity, Secret);
        var second = await RotateAsync(identity, Secret);

        var keys = await identity.ReadAsync("/.well-known/jwks.json");
        var coming = await first.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(2, keys.GetProperty("keys").GetArrayLength());
        Assert.Contains(keys.GetProperty("keys").EnumerateArray(), key => key.GetProperty("kid").GetString() == coming.GetProperty("keyId").GetString());
        Assert.True(coming.GetProperty("signsFrom").GetDateTimeOffset() > DateTimeOffset.UtcNow);
        Assert.Equal(
            coming.GetProperty("keyId").GetString(),
            (await second.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("keyId").GetString());
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
        await using var identity = await IdentityHost.StartAsync(await Surroundings.CreateAsync(servers), ("Operations:Secret", given));

        using var refused = await RotateAsync(identity, brought);
        using var withToken = await identity.SendAsync(HttpMethod.Post, Path, await identity.GatewayTokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, withToken.StatusCode);
        Assert.Equal(1, (await identity.ReadAsync("/.well-known/jwks.json")).GetProperty("keys").GetArrayLength());
    }

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
