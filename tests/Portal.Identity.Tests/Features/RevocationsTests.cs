using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Domain.Revocations;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Features;

public sealed class RevocationsTests(RunningIdentity running) : IClassFixture<RunningIdentity>
{
    private const string Path = "/internal/v1/revocations";

    private readonly string _key = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task The_gateway_sees_what_was_revoked_with_kind_key_and_times()
    {
        await RevokeAsync(RevocationKind.Session, TimeSpan.FromMinutes(5));

        var answer = await running.Host.ReadAsync(Path, await running.Host.GatewayTokenAsync());

        var item = Mine(answer).Single();
        Assert.Equal(["kind", "key", "at", "until"], item.EnumerateObject().Select(member => member.Name));
        Assert.Equal("session", item.GetProperty("kind").GetString());
        Assert.InRange(
            item.GetProperty("until").GetDateTimeOffset() - item.GetProperty("at").GetDateTimeOffset(),
            TimeSpan.FromMinutes(4),
            TimeSpan.FromMinutes(5));
        // A little later than now, for a token that is being issued at this moment.
        Assert.InRange(
            item.GetProperty("at").GetDateTimeOffset() - answer.GetProperty("now").GetDateTimeOffset(),
            TimeSpan.FromSeconds(-10),
            TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Asked_since_an_instant_only_what_came_then_or_later_is_told()
    {
        await RevokeAsync(RevocationKind.Token, TimeSpan.FromMinutes(5));
        var token = await running.Host.GatewayTokenAsync();
        var at = Mine(await running.Host.ReadAsync(Path, token)).Single().GetProperty("at").GetDateTimeOffset();
        await RevokeAsync(RevocationKind.Delegation, TimeSpan.FromMinutes(5));

        var same = await running.Host.ReadAsync($"{Path}?since={Uri.EscapeDataString(at.ToString("O"))}", token);
        var later = await running.Host.ReadAsync($"{Path}?since={Uri.EscapeDataString(at.AddMicroseconds(1).ToString("O"))}", token);

        Assert.Equal(["token", "delegation"], Mine(same).Select(one => one.GetProperty("kind").GetString()));
        Assert.Equal(["delegation"], Mine(later).Select(one => one.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task What_is_no_longer_in_force_is_not_told()
    {
        await RevokeAsync(RevocationKind.Client, TimeSpan.FromSeconds(-1));

        Assert.Empty(Mine(await running.Host.ReadAsync(Path, await running.Host.GatewayTokenAsync())));
    }

    [Fact]
    public async Task Partners_and_other_services_are_refused()
    {
        using var partner = await running.Host.GetAsync(Path, await running.Host.PartnerTokenAsync());
        using var service = await running.Host.GetAsync(
            Path, await running.Host.TokenAsync(IdentityHost.ServiceId, IdentityHost.ServiceSecret));
        using var nobody = await running.Host.GetAsync(Path);

        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized],
            [partner.StatusCode, service.StatusCode, nobody.StatusCode]);
    }

    private Task RevokeAsync(RevocationKind kind, TimeSpan lifetime) => running.Host.ChangeAsync(services =>
        services.GetRequiredService<Revocations>().Add(kind, _key, DateTimeOffset.UtcNow + lifetime));

    private List<JsonElement> Mine(JsonElement answer) =>
        [.. answer.GetProperty("items").EnumerateArray().Where(one => one.GetProperty("key").GetString() == _key)];
}
