using Portal.Certificates.Rendering.Coverages;
using Portal.Contracts.Policies;
using Portal.Insurance;
using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>The columns of the table of policies, on the first page and on those of remarks.</summary>
internal static class CoverageTable
{
    public const double RowHeight = 10.6;
    public const double HeaderHeight = 15;
    public const double Letter = Sheet.Left;
    public const double Type = 46;
    public const double AdditionalInsured = 200;
    public const double Waived = 220;
    public const double Number = 240;
    public const double Effective = 332;
    public const double Expiration = 378;
    public const double Limits = 424;

    private static readonly double[] Dividers =
    [
        Type, AdditionalInsured, Waived, Number, Effective, Expiration, Limits,
    ];

    /// <summary>Draws the head of the table.</summary>
    public static void DrawHeader(ContentWriter page, double top)
    {
        page.FillRectangle(Sheet.Left, top, Sheet.Width, HeaderHeight, Typography.Navy);
        Head(page, Letter, Type, top, "INS", "LTR");
        page.Text(Typography.Bold, Typography.LabelSize, Type + Sheet.Inset, top + 9.5, "TYPE OF INSURANCE", Ink.White);
        Head(page, AdditionalInsured, Waived, top, "ADDL", "INSD");
        Head(page, Waived, Number, top, "SUBR", "WVD");
        page.Text(Typography.Bold, Typography.LabelSize, Number + Sheet.Inset, top + 9.5, "POLICY NUMBER", Ink.White);
        Head(page, Effective, Expiration, top, "EFFECTIVE", "MM/DD/YYYY");
        Head(page, Expiration, Limits, top, "EXPIRATION", "MM/DD/YYYY");
        page.Text(
            Typography.Bold, Typography.LabelSize, Limits + Sheet.Inset, top + 9.5, "LIMITS (US DOLLARS)", Ink.White);
    }

    /// <summary>Draws the frame and the columns around rows.</summary>
    public static void DrawColumns(ContentWriter page, double top, double bottom)
    {
        page.Panel(Sheet.Left, top, Sheet.Right, bottom);
        foreach (var x in Dividers)
        {
            page.Down(x, top, bottom);
        }
    }

    /// <summary>Draws the names of a section's limits, a row each.</summary>
    public static void DrawLimitNames(ContentWriter page, double top, CertificateSection section, int firstRow = 0)
    {
        foreach (var (index, kind) in section.Limits.Index())
        {
            DrawLimitName(page, top, firstRow + index, section.NameOf(kind));
        }
    }

    /// <summary>Writes a policy's amounts into the rows of its section.</summary>
    public static void DrawAmounts(
        Fields fields, double top, CertificateSection section, PolicyLimits limits, int firstRow = 0)
    {
        foreach (var (index, kind) in section.Limits.Index())
        {
            DrawAmount(fields, top, firstRow + index, limits.Of(kind));
        }
    }

    /// <summary>Draws the name of a limit in one row of a section, with the rule above it.</summary>
    public static void DrawLimitName(ContentWriter page, double top, int row, string name)
    {
        if (row > 0)
        {
            page.Across(Limits, Sheet.Right, top + (row * RowHeight), 0.25);
        }

        page.Legend(Limits + Sheet.Inset, top + (row * RowHeight) + 7.6, name);
    }

    /// <summary>Writes an amount into a row of a section; nothing where the policy has none.</summary>
    private static void DrawAmount(Fields fields, double top, int row, decimal? amount)
    {
        if (amount is { } value)
        {
            fields.Page.TextRight(
                Typography.Regular,
                Typography.ValueSize,
                Sheet.Right - Sheet.Inset,
                top + (row * RowHeight) + 8,
                Figures.Money(value));
        }
    }

    /// <summary>Writes insurer, flags, number and dates of a policy into a band of the table.</summary>
    /// <param name="fields">The page.</param>
    /// <param name="coverage">The policy.</param>
    /// <param name="top">Top of the band.</param>
    /// <param name="height">Height of the band.</param>
    public static void DrawPolicy(Fields fields, Coverage coverage, double top, double height)
    {
        var page = fields.Page;
        var policy = coverage.Policy;
        page.TextCentered(Typography.Bold, Typography.NameSize, (Letter + Type) / 2, top + 10, coverage.InsurerLetter);
        if (coverage.AdditionalInsured is { } insured)
        {
            Flag(page, (AdditionalInsured + Waived) / 2, top, insured);
        }
        else
        {
            page.TextCentered(
                Typography.Regular,
                Typography.LabelSize,
                (AdditionalInsured + Waived) / 2,
                top + 9.5,
                "N/A",
                Typography.Label);
        }

        Flag(page, (Waived + Number) / 2, top, coverage.SubrogationWaived);
        DrawNumber(fields, policy, top, height);
        page.TextCentered(
            Typography.Regular,
            Typography.ValueSize,
            (Effective + Expiration) / 2,
            top + 9.5,
            Figures.Date(policy.Effective));
        page.TextCentered(
            Typography.Regular,
            Typography.ValueSize,
            (Expiration + Limits) / 2,
            top + 9.5,
            Figures.Date(policy.Expiration));
    }

    /// <summary>A number is easier to compare unbroken, so it is rather set smaller than broken.</summary>
    private static void DrawNumber(Fields fields, PolicySnapshot policy, double top, double height)
    {
        const double Width = Effective - Number - (2 * Sheet.Inset);
        var fitsSmall = Typography.Regular.Measure(policy.Number, Typography.SmallestSize) <= Width;
        fields.Write(
            $"Policy number, {LineOfBusiness.Of(policy.Line).Name}",
            policy.Number,
            new Area(Number + Sheet.Inset, top + 2.5, Width, fitsSmall ? Typography.ValueSize : height - 3),
            Typography.Regular,
            Typography.ValueSize);
    }

    private static void Flag(ContentWriter page, double middle, double top, bool set) =>
        page.TextCentered(
            set ? Typography.Bold : Typography.Regular, Typography.ValueSize, middle, top + 9.5, set ? "Y" : "N");

    private static void Head(ContentWriter page, double left, double right, double top, string first, string second)
    {
        page.TextCentered(Typography.Bold, 5.2, (left + right) / 2, top + 6.4, first, Ink.White);
        page.TextCentered(Typography.Bold, 5.2, (left + right) / 2, top + 12.4, second, Ink.White);
    }
}
