using System.Globalization;
using System.Text;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Features.SecondFactors;

namespace Portal.Identity.Tests.SecondFactors;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1: eight digits there, of which apps show the last six.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Passwords_are_those_of_the_standard(long seconds, string password) =>
        Assert.Equal(password[2..], Totp.At(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    // RFC 4226, appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(4, "338314")]
    [InlineData(9, "520489")]
    public void Counters_give_the_passwords_of_the_standard(long counter, string password) =>
        Assert.Equal(password, Totp.At(Secret, counter));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_before_and_after_is_accepted(int away, bool accepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now) + away;

        Assert.Equal(accepted ? step : null, Totp.Match(Secret, Totp.At(Secret, step), lastStep: 0, now));
    }

    [Fact]
    public void A_step_counts_once_and_none_before_it_any_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);

        Assert.Null(Totp.Match(Secret, Totp.At(Secret, step), lastStep: step, now));
        Assert.Null(Totp.Match(Secret, Totp.At(Secret, step - 1), lastStep: step, now));
        Assert.Equal(step + 1, Totp.Match(Secret, Totp.At(Secret, step + 1), lastStep: step, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("äöüäöü")]
    public void What_is_no_password_matches_nothing(string typed) =>
        Assert.Null(Totp.Match(Secret, typed, lastStep: 0, DateTimeOffset.FromUnixTimeSeconds(59)));

    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_the_standard(string text, string encoded) =>
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Secrets_have_160_bits() =>
        Assert.Equal((20, 32), (Totp.NewSecret().Length, Base32.Encode(Totp.NewSecret()).Length));

    [Fact]
    public void Guessing_a_password_for_a_day_succeeds_in_less_than_one_case_of_ten_thousand()
    {
        const double Chance = SecondFactorsLimit * 3 / 1_000_000d;

        Assert.True(Chance < 1d / 10_000, Chance.ToString(CultureInfo.InvariantCulture));
    }

    private const int SecondFactorsLimit = SecondFactor.MaxWrongADay;
}
