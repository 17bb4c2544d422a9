using System.Security.Claims;
using Portal.Gateway.Revocations;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Gateway.Tests.Revocations;

public sealed class RevocationListTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Clock _clock = new() { Now = Noon };
    private readonly RevocationList _list;

    public RevocationListTests() => _list = new RevocationList(_clock);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_token_issued_until_then_is_covered(int seconds, bool covered)
    {
        _list.Add([Ended(Noon.AddMilliseconds(400))]);

        Assert.Equal(covered, _list.Covers(Issued(Noon.AddSeconds(seconds))));
    }

    [Fact]
    public void Of_two_for_one_key_the_later_counts_in_whatever_order_they_come()
    {
        _list.Add([Ended(Noon.AddSeconds(10)), Ended(Noon)]);

        Assert.True(_list.Covers(Issued(Noon.AddSeconds(10))));
    }

    [Fact]
    public void What_comes_again_is_no_news()
    {
        Assert.True(_list.Add([Ended(Noon)]));
        Assert.False(_list.Add([Ended(Noon)]));
        Assert.False(_list.Add([]));
    }

    [Fact]
    public void An_entry_drops_out_once_no_token_of_it_can_be_good()
    {
        _list.Add([Ended(Noon)]);

        // Tokens are taken for 30 seconds longer than they say.
        _clock.Now = Noon.AddMinutes(5).AddSeconds(30);
        _list.Add([]);
        Assert.Equal(1, _list.Count);

        _clock.Now = _clock.Now.AddSeconds(1);
        _list.Add([]);
        Assert.Equal(0, _list.Count);
    }

    [Theory]
    [InlineData("one", true)]
    [InlineData("two", true)]
    [InlineData("own", true)]
    [InlineData("other", false)]
    public void A_token_is_covered_by_the_end_of_any_that_it_was_exchanged_from(string ended, bool covered)
    {
        var caller = new ClaimsPrincipal(
            new ClaimsIdentity([new Claim("jti", "own"), new Claim(PortalClaims.Origins, "one two")]));
        _list.Add([new Revocation(RevocationKinds.Token, ended, Noon, Noon.AddMinutes(15))]);

        Assert.Equal(covered, _list.Covers(RevocableToken.Of(caller)));
    }

    private static Revocation Ended(DateTimeOffset at) => new(RevocationKinds.Session, "7", at, Noon.AddMinutes(5));

    private static RevocableToken Issued(DateTimeOffset at) =>
        new([(RevocationKinds.Session, "7")], at.ToUnixTimeSeconds(), at.ToUnixTimeSeconds() + 300);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
