namespace Portal.Insurance.Tests;

public sealed class AddressTimeZoneTests
{
    private static readonly string[] MilitaryPost = ["AA", "AE", "AP"];

    [Fact]
    public void Every_state_has_a_zone_and_military_post_which_names_no_place_has_none() => Assert.All(
        UsStates.Codes,
        state => Assert.Equal(MilitaryPost.Contains(state), AddressTimeZone.Of(state, "00000") is null));

    [Theory]
    [InlineData("MA", "02110", "America/New_York")]
    [InlineData("HI", "96813", "Pacific/Honolulu")]
    [InlineData("GU", "96910", "Pacific/Guam")]
    [InlineData("PR", "00901", "America/Puerto_Rico")]
    [InlineData("VI", "00802", "America/Puerto_Rico")]
    [InlineData("PW", "96940", "Pacific/Palau")]
    [InlineData("AL", "36867", "America/Chicago")]
    public void A_state_of_one_zone_has_it_whatever_the_ZIP_code_is(string state, string zip, string zone) =>
        Assert.Equal(zone, AddressTimeZone.Of(state, zip)?.Id);

    [Theory]
    [InlineData("AK", "99501", "99547", "America/Anchorage", "America/Adak")]
    [InlineData("AZ", "85001", "86045", "America/Phoenix", "America/Denver")]
    [InlineData("AZ", "86004", "86515", "America/Phoenix", "America/Denver")]
    [InlineData("FL", "32301", "32501", "America/New_York", "America/Chicago")]
    [InlineData("FM", "96941", "96942", "Pacific/Pohnpei", "Pacific/Guam")]
    [InlineData("ID", "83702", "83814", "America/Denver", "America/Los_Angeles")]
    [InlineData("IN", "46204", "47708", "America/New_York", "America/Chicago")]
    [InlineData("IN", "46802", "46402", "America/New_York", "America/Chicago")]
    [InlineData("KS", "67202", "67735", "America/Chicago", "America/Denver")]
    [InlineData("KY", "40202", "42101", "America/New_York", "America/Chicago")]
    [InlineData("MI", "48226", "49858", "America/New_York", "America/Chicago")]
    [InlineData("ND", "58102", "58601", "America/Chicago", "America/Denver")]
    [InlineData("NE", "68102", "69361", "America/Chicago", "America/Denver")]
    [InlineData("NV", "89024", "89883", "America/Los_Angeles", "America/Denver")]
    [InlineData("OR", "97204", "97914", "America/Los_Angeles", "America/Denver")]
    [InlineData("SD", "57104", "57701", "America/Chicago", "America/Denver")]
    [InlineData("SD", "57601", "57532", "America/Chicago", "America/Denver")]
    [InlineData("TN", "37203", "37402", "America/Chicago", "America/New_York")]
    [InlineData("TX", "77002", "79901", "America/Chicago", "America/Denver")]
    [InlineData("TX", "79936-1234", "79936-1234", "America/Denver", "America/Denver")]
    public void In_a_state_of_two_the_ZIP_code_tells_which(
        string state, string one, string other, string zone, string otherZone) => Assert.Equal(
        (zone, otherZone), (AddressTimeZone.Of(state, one)?.Id, AddressTimeZone.Of(state, other)?.Id));

    [Theory]
    [InlineData("TX", "10001", "America/Chicago")]
    [InlineData("TX", "", "America/Chicago")]
    [InlineData("TX", "7990x", "America/Chicago")]
    [InlineData("ON", "79901", null)]
    public void A_ZIP_code_that_is_not_the_states_changes_nothing(string state, string zip, string? zone) =>
        Assert.Equal(zone, AddressTimeZone.Of(state, zip)?.Id);

    [Fact]
    public void ZIP_codes_of_a_zone_stand_once_and_in_their_order() => Assert.All(SplitStates.All, split =>
    {
        var bounds = split.Zips.Split(' ').SelectMany(range => new[] { range[..5], range[^5..] }).ToList();
        Assert.All(bounds, zip => Assert.True(ZipCode.IsOne(zip), zip));
        Assert.All(bounds.Zip(bounds.Skip(1)), pair => Assert.True(
            string.CompareOrdinal(pair.First, pair.Second) <= 0, $"{split.State}: {pair}"));
        Assert.Equal(
            split.Zips.Split(' ').Length, split.Zips.Split(' ').DistinctBy(range => range[..5]).Count());
    });
}
