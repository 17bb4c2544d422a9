using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.ServiceDefaults.Secrets;

namespace Portal.ServiceDefaults.Tests.Secrets;

public sealed class SealedTextTests
{
    private readonly Guid _codeId = Guid.CreateVersion7();
    private readonly SealedText _sealing = Under(RandomKey());

    [Fact]
    public void What_is_sealed_is_opened_for_its_own_sending_and_no_other()
    {
        var written = _sealing.Seal("12345678", _codeId);

        Assert.True(_sealing.TryOpen(written, _codeId, out var text));
        Assert.Equal("12345678", text);
        Assert.False(_sealing.TryOpen(written, Guid.CreateVersion7(), out text));
        Assert.Null(text);
    }

    [Fact]
    public void Another_key_opens_nothing() =>
        Assert.False(Under(RandomKey()).TryOpen(_sealing.Seal("12345678", _codeId), _codeId, out _));

    [Fact]
    public void A_change_of_any_bit_is_noticed()
    {
        var written = Base64Url.DecodeFromChars(_sealing.Seal("12345678", _codeId));
        for (var bit = 0; bit < written.Length * 8; bit++)
        {
            written[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(
                _sealing.TryOpen(Base64Url.EncodeToString(written), _codeId, out _), $"Bit {bit} is not guarded.");
            written[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("not base64url!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_nobody_sealed_is_refused(string written) =>
        Assert.False(_sealing.TryOpen(written, _codeId, out _));

    [Fact]
    public void The_same_code_never_looks_the_same_and_fits_into_a_URL()
    {
        var written = _sealing.Seal("12345678", _codeId);

        Assert.NotEqual(written, _sealing.Seal("12345678", _codeId));
        Assert.Matches("^[A-Za-z0-9_-]+$", written);
        Assert.DoesNotContain("12345678", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("this is no base64, although it is long enough")]
    public async Task Without_a_key_of_32_bytes_nothing_starts_and_the_message_says_what_to_set(string? key)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("CodeProtection:Key", key)]);
        builder.Services.AddCodeProtection();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(
            "Set CodeProtection__Key to 32 random bytes in base64", failure.Message, StringComparison.Ordinal);
    }

    private static byte[] RandomKey() => RandomNumberGenerator.GetBytes(SecretBox.KeyBytes);

    private static SealedText Under(byte[] key) =>
        new(Options.Create(new CodeProtectionOptions { Key = Convert.ToBase64String(key) }));
}
