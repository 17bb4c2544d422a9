using System.Text;
using Portal.Contracts.Policies;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class HolderSheetTests
{
    private const string Header =
        "client_ref,holder_name,street,city,state,zip,email,project,policies,additional_insured,waiver_of_subrogation,"
        + "primary_noncontributory,receives_renewals,description\r\n";

    [Fact]
    public void Quotes_and_line_breaks_in_a_description_stay()
    {
        var holder = Assert.Single(
            Read(
                "C1,Züri Bau,1 Main St,Denver,CO,80202-1234,certs@zueri.example,\"Job \"\"Alpha\"\", Phase "
                + "2\",general_liability;umbrella,Y,y,N,Y,\"Line one\r\nLine two, with a comma\"").Good);

        Assert.Equal([PolicyLine.GeneralLiability, PolicyLine.Umbrella], holder.Lines);
        Assert.Equal("Job \"Alpha\", Phase 2", holder.Row.Project);
        Assert.Equal("Line one\nLine two, with a comma", holder.Row.Description);
        Assert.Equal(
            (true, true, false, true),
            (
                holder.Row.AdditionalInsured,
                holder.Row.WaiverOfSubrogation,
                holder.Row.PrimaryNoncontributory,
                holder.Row.ReceivesRenewals));
    }

    [Theory]
    [InlineData("", "email")]
    [InlineData("certs-at-badmail.example", "email")]
    [InlineData("a@two.example;b@two.example", "email")]
    [InlineData("a@b", "email")]
    [InlineData("a@b.example\r\nBcc: x@evil.example", "email")]
    [InlineData("Name <a@b.example>", "email")]
    public void An_address_that_no_mail_reaches_is_refused(string email, string column)
    {
        var problem = Assert.Single(Read(With(email: email)).Problems);

        Assert.Equal(column, problem.Column);
    }

    [Theory]
    [InlineData("maybe", "additional_insured")]
    [InlineData("", "additional_insured")]
    public void Y_or_N_is_expected(string flag, string column) =>
        Assert.Equal(column, Assert.Single(Read(With(flag: flag)).Problems).Column);

    [Theory]
    [InlineData("flood_of_ages")]
    [InlineData("")]
    [InlineData(";")]
    public void A_line_that_is_not_known_is_answered_with_those_that_are(string lines)
    {
        var problem = Assert.Single(Read(With(lines: lines)).Problems);

        Assert.Equal("policies", problem.Column);
        Assert.Contains("workers_compensation", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZZ", "07102", "state")]
    [InlineData("NJ", "7102", "zip")]
    [InlineData("NJ", "07102-12", "zip")]
    public void States_and_ZIP_codes_are_the_post_offices(string state, string zip, string column) =>
        Assert.Equal(column, Assert.Single(Read(With(state: state, zip: zip)).Problems).Column);

    private static string With(
        string email =
            "a@b.example", string flag = "Y", string lines = "auto", string state = "NJ", string zip = "07102") =>
        $"C1,Holder,1 Main St,Newark,{state},{zip},\"{email}\",,{lines},{flag},N,N,Y,";

    private static Rows<HolderLine> Read(string row) =>
        HolderSheet.Read(Sheet.Read(HolderSheet.Layout, Encoding.UTF8.GetBytes(Header + row)));
}
