using System.Buffers.Text;
using System.Security.Cryptography;
using Portal.ServiceDefaults.Tokens;

namespace Portal.ServiceDefaults.Tests.Tokens;

public sealed class JsonWebKeyTests
{
    // The P-256 key of RFC 7517, appendix A.1; its thumbprint was computed by the jose package from npm.
    private static readonly JsonWebKey Published = new(
        "EC", "P-256", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
        "1", "sig", "ES256");

    [Fact]
    public void A_published_key_is_read()
    {
        Assert.True(Published.TryRead(out var parameters));
        Assert.Equal(Published.X, Base64Url.EncodeToString(parameters.Q.X));
    }

    [Fact]
    public void The_id_of_a_key_is_its_thumbprint()
    {
        Published.TryRead(out var parameters);
        using var key = ECDsa.Create(parameters);

        Assert.Equal("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", JsonWebKey.Of(key).Kid);
    }

    [Fact]
    public void Keys_of_another_kind_use_or_curve_and_points_off_the_curve_are_left_out()
    {
        Assert.False((Published with { Kty = "RSA" }).TryRead(out _));
        Assert.False((Published with { Crv = "P-384" }).TryRead(out _));
        Assert.False((Published with { Use = "enc" }).TryRead(out _));
        Assert.False((Published with { Alg = "ES384" }).TryRead(out _));
        Assert.False((Published with { Kid = null }).TryRead(out _));
        Assert.False((Published with { X = null }).TryRead(out _));
        Assert.False((Published with { X = Published.Y }).TryRead(out _));
        Assert.False((Published with { X = "AAAA" }).TryRead(out _));
    }
}
