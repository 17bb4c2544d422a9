using System.Text;
using Portal.Contracts.Imports;
using Portal.Policies.Csv;

namespace Portal.Policies.Tests.Csv;

public sealed class ClientSheetTests
{
    private const string Header =
        "client_ref,legal_name,dba,street,city,state,zip,contact_name,contact_email,contact_mobile\r\n";

    [Theory]
    [InlineData("+16175550142", "+16175550142")]
    [InlineData("", null)]
    public void A_mobile_number_is_in_E164_or_missing(string written, string? read) =>
        Assert.Equal(read, Assert.Single(Read(written).Good).ContactMobile);

    [Theory]
    [InlineData("(617) 555-0142")]
    [InlineData("16175550142")]
    [InlineData("+1617555014")]
    [InlineData("+16175550142x12")]
    public void One_that_is_written_otherwise_is_refused_with_how_it_is_written(string written)
    {
        var problem = Assert.Single(Read(written).Problems);

        Assert.Equal("contact_mobile", problem.Column);
        Assert.Contains("+16175550142", problem.Message, StringComparison.Ordinal);
    }

    private static Rows<ClientRow> Read(string mobile) => ClientSheet.Read(Sheet.Read(
        ClientSheet.Layout, Encoding.UTF8.GetBytes(
            $"{Header}C1,Acme LLC,,1 Main St,Newark,NJ,07102,Ann Roe,ann@acme.example,{mobile}")));
}
