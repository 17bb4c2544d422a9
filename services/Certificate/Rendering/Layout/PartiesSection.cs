using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Accounts;
using Portal.Contracts.Policies;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Producer, insured, and the insurers with their NAIC codes.</summary>
internal static class PartiesSection
{
    public const double Bottom = Split + 77;

    private const double Top = HeaderSection.Bottom;
    private const double Split = Top + 47;
    private const double TextLeft = Sheet.Left + Sheet.Inset;
    private const double LeftWidth = Sheet.Middle - TextLeft - Sheet.Inset;
    private const double ContactValue = Sheet.Middle + 34;
    private const double FaxLabel = 448;
    private const double FaxValue = 464;
    private const double NaicLeft = 546;
    private const double InsurersTop = Split + 13;
    private const double InsurerHeight = 10.6;
    private const double InsurerName = Sheet.Middle + 18;

    /// <summary>Draws what every first page has.</summary>
    public static void DrawFrame(ContentWriter page)
    {
        page.FillRectangle(Sheet.Middle, Split, Sheet.Right - Sheet.Middle, InsurersTop - Split, Typography.Tint);
        page.Panel(Sheet.Left, Top, Sheet.Right, Bottom);
        page.Across(Sheet.Left, Sheet.Right, Split);
        page.Down(Sheet.Middle, Top, Bottom);
        page.Caption(TextLeft, Top + 8, "PRODUCER");
        page.Caption(TextLeft, Split + 8, "INSURED");
        page.Legend(Sheet.Middle + Sheet.Inset, Top + 11, "Contact");
        page.Legend(Sheet.Middle + Sheet.Inset, Top + 25, "Phone");
        page.Legend(FaxLabel, Top + 25, "Fax");
        page.Legend(Sheet.Middle + Sheet.Inset, Top + 39, "E-mail");
        page.Across(Sheet.Middle, Sheet.Right, Top + 15.6);
        page.Across(Sheet.Middle, Sheet.Right, Top + 31.2);
        page.Caption(Sheet.Middle + Sheet.Inset, Split + 9, "INSURERS AFFORDING COVERAGE");
        page.Caption(NaicLeft + Sheet.Inset, Split + 9, "NAIC #");
        page.Down(NaicLeft, Split, Bottom);
        for (var i = 0; i < Insurer.FirstPageCount; i++)
        {
            page.Across(Sheet.Middle, Sheet.Right, InsurersTop + (i * InsurerHeight));
            page.Text(
                Typography.Bold,
                Typography.ValueSize,
                Sheet.Middle + 6,
                InsurersTop + (i * InsurerHeight) + 8,
                Insurer.LetterOf(i),
                Typography.Navy);
        }
    }

    /// <summary>Writes who stands on this certificate. Insurers beyond the sixth are left to the remarks.</summary>
    public static void Draw(Fields fields, CertificateContent content, CoverageSchedule schedule)
    {
        var producer = content.Producer;
        var y = fields.Write(
            "Producer",
            producer.Name,
            new Area(TextLeft, Top + 10.5, LeftWidth, 10.5),
            Typography.Bold,
            Typography.NameSize);
        fields.Write(
            "Producer's address",
            Lines(producer.Address),
            new Area(TextLeft, y + 1, LeftWidth, Split - y - 3),
            Typography.Regular,
            Typography.ValueSize);
        fields.Write(
            "Producer's contact",
            producer.ContactName,
            Contact(Top + 3.5, ContactValue, Sheet.Right),
            Typography.Regular,
            Typography.ValueSize);
        fields.Write(
            "Producer's phone",
            producer.Phone,
            Contact(Top + 18, ContactValue, FaxLabel),
            Typography.Regular,
            Typography.ValueSize);
        fields.Write(
            "Producer's fax",
            producer.Fax ?? "",
            Contact(Top + 18, FaxValue, Sheet.Right),
            Typography.Regular,
            Typography.ValueSize);
        fields.Write(
            "Producer's e-mail",
            producer.Email,
            Contact(Top + 33.5, ContactValue, Sheet.Right),
            Typography.Regular,
            Typography.ValueSize);
        DrawInsured(fields, content.Insured);
        for (var i = 0; i < Math.Min(schedule.Insurers.Count, Insurer.FirstPageCount); i++)
        {
            var insurer = schedule.Insurers[i];
            var top = InsurersTop + (i * InsurerHeight) + 1;
            fields.Write(
                $"Insurer {insurer.Letter}",
                insurer.Name,
                new Area(InsurerName, top, NaicLeft - InsurerName - 3, 9),
                Typography.Regular,
                Typography.ValueSize);
            fields.Write(
                $"NAIC code of insurer {insurer.Letter}",
                insurer.Naic,
                new Area(NaicLeft + Sheet.Inset, top, 30, 9),
                Typography.Regular,
                Typography.ValueSize);
        }
    }

    /// <summary>Two lines of a postal address.</summary>
    public static string Lines(PostalAddress address) =>
        $"{address.Street}\n{address.City}, {address.State} {address.Zip}";

    private static void DrawInsured(Fields fields, InsuredSnapshot insured)
    {
        var y = fields.Write(
            "Insured",
            insured.LegalName,
            new Area(TextLeft, Split + 11, LeftWidth, 21),
            Typography.Bold,
            Typography.NameSize);
        if (!string.IsNullOrWhiteSpace(insured.Dba))
        {
            y = fields.Write(
                "Insured's trade name",
                $"DBA {insured.Dba}",
                new Area(TextLeft, y, LeftWidth, 19),
                Typography.Regular,
                Typography.ValueSize);
        }

        fields.Write(
            "Insured's address",
            Lines(insured.Address),
            new Area(TextLeft, y + 1, LeftWidth, Bottom - y - 3),
            Typography.Regular,
            Typography.ValueSize);
    }

    private static Area Contact(double top, double left, double right) => new(left, top, right - left - 3, 9);
}
