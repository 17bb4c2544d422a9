using Portal.Certificates.Rendering.Coverages;
using Portal.Pdf.Content;
using Portal.Pdf.Documents;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Pages behind the first for whatever it had no room for. Adds as many as it takes.</summary>
internal sealed class RemarksPages(
    PdfDocumentWriter document, CertificateContent content, StaticPart frame, QrSymbol qr)
{
    private const double Top = 96;
    private const double Bottom = 742;
    private const double LineHeight = 9.4;

    private readonly List<Remark> _unused = [];
    private readonly List<Fields> _pages = [];
    private double _y = double.PositiveInfinity;

    public IReadOnlyList<Fields> Pages => _pages;

    /// <summary>Draws what every page of remarks has.</summary>
    public static void DrawFrame(ContentWriter page) =>
        HeaderSection.DrawTitle(
            page, "ADDITIONAL REMARKS", "Part of the certificate of liability insurance with the number beside");

    public void WriteInsurers(IEnumerable<Insurer> insurers)
    {
        Heading("INSURERS AFFORDING COVERAGE, CONTINUED");
        foreach (var insurer in insurers)
        {
            Paragraph($"{insurer.Letter}   {insurer.Name}   NAIC # {insurer.Naic}");
        }
    }

    public void WritePolicies(IReadOnlyList<Coverage> coverages)
    {
        Heading("POLICIES, CONTINUED");
        var first = true;
        foreach (var coverage in coverages)
        {
            var height = OtherPolicies.HeightOf(coverage);
            var room = height + (first ? CoverageTable.HeaderHeight : 0);
            if (_y + room > Bottom || first)
            {
                Reserve(height + CoverageTable.HeaderHeight);
                CoverageTable.DrawHeader(Current.Page, _y);
                _y += CoverageTable.HeaderHeight;
                first = false;
            }

            CoverageTable.DrawColumns(Current.Page, _y, _y + height);
            OtherPolicies.Draw(Current, coverage, _y);
            _y += height;
        }
    }

    public void WriteRemark(Remark remark)
    {
        Heading(remark.Title.ToUpperInvariant());
        Paragraph(remark.Text);
    }

    private Fields Current => _pages[^1];

    private void Heading(string text)
    {
        Reserve(34);
        _y += _y > Top ? 12 : 0;
        Current.Page.Caption(Sheet.Left, _y + 8, text);
        Current.Page.Across(Sheet.Left, Sheet.Right, _y + 11.5, 0.6);
        _y += 15;
    }

    private void Paragraph(string text)
    {
        foreach (var line in LineBreaker.Break(Typography.Regular, 8, Sheet.Width, text))
        {
            Reserve(LineHeight);
            Current.Page.Text(Typography.Regular, 8, Sheet.Left, _y + 8, line);
            _y += LineHeight;
        }
    }

    /// <summary>Begins a page where the current one has no room for the given height.</summary>
    private void Reserve(double height)
    {
        if (_y + height <= Bottom)
        {
            return;
        }

        var page = document.AddPage();
        page.Draw(frame);
        PreviewMark.Draw(page, content);
        var fields = new Fields(page, _unused);
        HeaderSection.Draw(fields, content, qr);
        FooterSection.DrawLink(fields, content);
        _pages.Add(fields);
        _y = Top;
        if (_pages.Count == 1)
        {
            Paragraph($"Insured: {content.Insured.LegalName}");
            Paragraph($"Certificate holder: {content.Holder.Name}");
        }
    }
}
