using Portal.Certificates.Rendering.Coverages;
using Portal.Certificates.Rendering.Layout;
using Portal.Pdf.Content;
using Portal.Pdf.Documents;

namespace Portal.Certificates.Rendering;

/// <summary>
/// Certificate of liability insurance on US Letter in the project's own layout, with pages of additional remarks for
/// what the first has no room for. Fonts and frames are prepared once, in the constructor.
/// </summary>
internal sealed class CertificateRenderer : ICertificateRenderer
{
    private readonly StaticPart _firstFrame = new("S1", Sheet.Size, DrawFirstFrame);
    private readonly StaticPart _remarksFrame = new("S2", Sheet.Size, RemarksPages.DrawFrame);
    private readonly PdfTemplate _template;

    public CertificateRenderer()
    {
        _template = new PdfTemplate(Sheet.Size, [Typography.Regular, Typography.Bold], [_firstFrame, _remarksFrame]);
    }

    /// <inheritdoc />
    public byte[] Render(CertificateContent content)
    {
        using var document = _template.NewDocument();
        var qr = QrSymbol.Encode(content.VerificationUrl);
        var schedule = CoverageSchedule.Of(content.Policies, content.Terms);
        var remarks = new List<Remark>();
        var first = new Fields(document.AddPage(), remarks);
        first.Page.Draw(_firstFrame);
        PreviewMark.Draw(first.Page, content);
        HeaderSection.Draw(first, content, qr);
        PartiesSection.Draw(first, content, schedule);
        var unshown = CoverageSections.Draw(first, schedule);
        DescriptionSection.Draw(first, OperationsDescription.Of(content, schedule));
        HolderSection.Draw(first, content);
        FooterSection.DrawLink(first, content);

        var more = new RemarksPages(document, content, _remarksFrame, qr);
        if (schedule.Insurers.Count > Insurer.FirstPageCount)
        {
            more.WriteInsurers(schedule.Insurers.Skip(Insurer.FirstPageCount));
        }

        if (unshown.Count > 0)
        {
            more.WritePolicies(unshown);
        }

        remarks.ForEach(more.WriteRemark);
        DrawPageNumbers([first, .. more.Pages]);
        return document.Finish(Information(content));
    }

    private static void DrawFirstFrame(ContentWriter page)
    {
        HeaderSection.DrawFrame(page);
        PartiesSection.DrawFrame(page);
        CoverageSections.DrawFrame(page);
        DescriptionSection.DrawFrame(page);
        HolderSection.DrawFrame(page);
    }

    private static void DrawPageNumbers(IReadOnlyList<Fields> pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            FooterSection.DrawPageNumber(pages[i].Page, i + 1, pages.Count);
        }
    }

    private static DocumentInformation Information(CertificateContent content) => new()
    {
        Title = $"Certificate of Liability Insurance {content.Number}",
        Author = content.Producer.Name,
        Subject = $"Insurance of {content.Insured.LegalName} for {content.Holder.Name}",
        Producer = "Portal",
        CreatedAt = content.IssuedAt,
    };
}
