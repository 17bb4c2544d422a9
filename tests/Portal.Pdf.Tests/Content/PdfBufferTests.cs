using System.Text;
using Portal.Pdf.Content;

namespace Portal.Pdf.Tests.Content;

public sealed class PdfBufferTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(12, "12")]
    [InlineData(0.5, "0.5")]
    [InlineData(0.05, "0.05")]
    [InlineData(-3.999, "-4")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(791.999, "792")]
    public void Numbers_have_at_most_two_decimals(double value, string written)
    {
        using var buffer = new PdfBuffer();
        buffer.Add(value);
        Assert.Equal(written, Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void A_buffer_grows_and_keeps_what_it_holds()
    {
        using var buffer = new PdfBuffer();
        for (var i = 0; i < 20_000; i++)
        {
            buffer.Add(i).Add((byte)' ');
        }

        Assert.Equal(
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i} ")), Encoding.ASCII.GetString(buffer.Written));
    }
}
