using Portal.ServiceDefaults.Phones;

namespace Portal.ServiceDefaults.Tests.Phones;

public sealed class E164Tests
{
    [Theory]
    [InlineData("+16175550142")]
    [InlineData("+15556476059")]
    [InlineData("+442079460958")]
    [InlineData("+390669883145")]
    [InlineData("+5491123456789")]
    public void A_number_in_E164_is_one(string text) => Assert.Equal(text, E164.Read(text));

    [Theory]
    [InlineData("16175550142")]
    [InlineData("(617) 555-0142")]
    [InlineData("+1 617 555 0142")]
    [InlineData("+1617555014")]
    [InlineData("+161755501422")]
    [InlineData("+999123456789")]
    [InlineData("+05550102030")]
    [InlineData("+11175550142")]
    [InlineData("+16171550142")]
    [InlineData("+19005551234")]
    [InlineData("+16175550142x12")]
    [InlineData("+16175550142;ext=12")]
    [InlineData("+1617555HELP")]
    [InlineData("＋16175550142")]
    [InlineData("+１６１７５５５０１４２")]
    [InlineData("+4402079460958")]
    [InlineData("+16175550142\n")]
    public void What_is_written_otherwise_or_too_short_or_too_long_or_of_no_country_is_none(string text) =>
        Assert.NotEqual(text, E164.Read(text));
}
