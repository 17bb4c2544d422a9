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
    public void Numbers_as_people_write_them_become_E164(string written, string number) => Assert.Equal(number, MobileNumber.Read(written));

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
    public void What_is_no_number_is_none(string written) => Assert.Null(MobileNumber.Read(written));
}
