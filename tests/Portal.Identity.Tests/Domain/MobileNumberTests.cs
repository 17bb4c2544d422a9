using Portal.Identity.Domain;

namespace Portal.Identity.Tests.Domain;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("(617) 555-0142", "+16175550142")]
    [InlineData("617-555-0142", "+16175550142")]
    [InlineData("617.555.0142", "+16175550142")]
    [InlineData(" 6175550142 ", "+16175550142")]
    [InlineData("1 617 555 0142", "+16175550142")]
    [InlineData("1-617-555-0142", "+16175550142")]
    [InlineData("+1 (617) 555-0142", "+16175550142")]
    [InlineData("+16175550142", "+16175550142")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("011 44 20 7946 0958", "+442079460958")]
    [InlineData("617/555-0142", "+16175550142")]
    [InlineData("+15556476059", "+15556476059")]
    [InlineData("+39 06 698 83145", "+390669883145")]
    [InlineData("+54 9 11 2345-6789", "+5491123456789")]
    public void Numbers_as_people_write_them_become_E164(string written, string number) =>
        Assert.Equal(number, MobileNumber.Read(written));

    [Theory]
    [InlineData("555-0142")]
    [InlineData("117-555-0142")]
    [InlineData("617-155-0142")]
    [InlineData("+1 617 555 014")]
    [InlineData("617-555-0142 x12")]
    [InlineData("44 20 7946 0958")]
    [InlineData("+0 617 555 0142")]
    [InlineData("+1234567890123456")]
    [InlineData("６１７５５５０１４２")]
    [InlineData("call me")]
    [InlineData("617-555-HELP")]
    [InlineData("617-555-0142 ext. 12")]
    [InlineData("617-555-0142#12")]
    [InlineData("617-555-0142,,12")]
    [InlineData("617-555-0142 12")]
    [InlineData("617-555-0142 / 617-555-0143")]
    [InlineData("+999 123 456 789")]
    [InlineData("+44 20 794")]
    [InlineData("+1 900 555 1234")]
    [InlineData("")]
    public void What_is_no_number_is_none(string written) => Assert.Null(MobileNumber.Read(written));
}
