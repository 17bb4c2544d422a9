using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Identity.Keys;

namespace Portal.Identity.Tests.Keys;

public sealed class KeyProtectionTests
{
    private readonly KeyProtection _protection = new(Options.Create(new KeyProtectionOptions
    {
        KeyProtection = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    }));

    [Fact]
    public void What_is_protected_is_read_back_under_its_own_id()
    {
        byte[] key = [1, 2, 3, 4, 5];
        var written = _protection.Protect("a", key);

        Assert.Equal(key, _protection.Unprotect("a", written));
        Assert.Throws<InvalidOperationException>(() => _protection.Unprotect("b", written));
    }

    [Fact]
    public void What_was_tampered_with_is_refused()
    {
        var written = _protection.Protect("a", [1, 2, 3]);
        written[^1] ^= 1;

        Assert.Throws<InvalidOperationException>(() => _protection.Unprotect("a", written));
    }

    [Fact]
    public void The_same_key_is_never_written_the_same()
    {
        Assert.NotEqual(_protection.Protect("a", [1, 2, 3]), _protection.Protect("a", [1, 2, 3]));
    }

    // Generators of random text, such as an app host's, know nothing of the bits that base64 leaves over.
    [Theory]
    [InlineData("abcdefghijABCDEFGHIJ0123456789abcdefghij012=")]
    [InlineData("abcdefghijABCDEFGHIJ0123456789abcdefghij01z=")]
    public void Any_43_letters_and_digits_with_a_padding_sign_are_a_key(string text)
    {
        Assert.NotNull(new KeyProtectionOptions { KeyProtection = text }.ReadKey());
    }
}
