using Portal.Pdf.Content;
using Portal.Testing.Pdf;

namespace Portal.Pdf.Tests.Content;

public sealed class QrSymbolTests
{
    [Theory]
    [InlineData("https://portal.example/verify/9QX2MC4T7KH3JW8R")]
    [InlineData("http://127.0.0.1:5080/verify/A")]
    [InlineData("https://a-rather-long-host-name.agency.example/some/path/verify/9QX2MC4T7KH3JW8R9QX2MC4T7KH3JW8R?lang=en")]
    public void A_scanner_reads_what_was_encoded(string text) =>
        Assert.Equal(text, PdfTools.Scan(Sample.Page(page => page.Qr(QrSymbol.Encode(text), 400, 100, 60))));
}
