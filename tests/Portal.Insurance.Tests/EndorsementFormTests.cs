namespace Portal.Insurance.Tests;

public sealed class EndorsementFormTests
{
    [Theory]
    [InlineData("CG 20 10", "CG 20 10")]
    [InlineData("CG 20 10 04 13", "CG 20 10")]
    [InlineData("cg2010", "CG 20 10")]
    [InlineData("CG-20-10 (12/19)", "CG 20 10")]
    [InlineData("WC 00 03 13", "WC 00 03 13")]
    [InlineData("CG 99 99", null)]
    [InlineData("CG 20", null)]
    [InlineData("", null)]
    public void A_form_is_known_however_its_number_is_written(string endorsement, string? number) =>
        Assert.Equal(number, EndorsementForm.Find(endorsement)?.Number);

    [Fact]
    public void No_form_hides_another()
    {
        Assert.All(EndorsementForm.All, form => Assert.Same(form, EndorsementForm.Find(form.Number)));
        Assert.All(EndorsementForm.All, form => Assert.Same(form, EndorsementForm.Find(form.Number + " 04 13")));
    }

    [Theory]
    [InlineData("02110", true)]
    [InlineData("02110-1234", true)]
    [InlineData("0211", false)]
    [InlineData("02110-", false)]
    [InlineData("02110\n", false)]
    [InlineData("٠٢١١٠", false)]
    public void A_zip_code_has_five_digits_or_nine(string text, bool isOne) => Assert.Equal(isOne, ZipCode.IsOne(text));
}
