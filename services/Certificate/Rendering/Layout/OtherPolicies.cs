using Portal.Certificates.Rendering.Coverages;
using Portal.Insurance;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Rows for policies without a section of their own: as high as what they say, as many as fit.</summary>
internal static class OtherPolicies
{
    private const double LineHeight = 8.6;
    private const double Padding = 4;

    /// <summary>Height of a policy's row.</summary>
    public static double HeightOf(Coverage coverage) =>
        Padding + (
            LineHeight * Math.Max(
                2, Math.Max(Limit.Of(coverage.Policy).Count(), 1 + CoverageDetails.Of(coverage.Policy).Count)));

    /// <summary>Writes a policy's row at the given height.</summary>
    public static void Draw(Fields fields, Coverage coverage, double top)
    {
        var page = fields.Page;
        var policy = coverage.Policy;
        var height = HeightOf(coverage);
        CoverageTable.DrawPolicy(fields, coverage, top, height);
        var name = new Area(
            CoverageTable.Type + Sheet.Inset,
            top + 2,
            CoverageTable.AdditionalInsured - CoverageTable.Type - (2 * Sheet.Inset),
            LineHeight);
        fields.Write("Type of insurance", LineOfBusiness.Of(policy.Line).Name, name, Typography.Bold, 6.8);
        foreach (var detail in CoverageDetails.Of(policy))
        {
            name = name with { Top = name.Top + LineHeight };
            fields.Write(LineOfBusiness.Of(policy.Line).Name, detail, name, Typography.Regular, 6.5);
        }

        var y = top + 9;
        foreach (var limit in Limit.Of(policy))
        {
            page.Legend(CoverageTable.Limits + Sheet.Inset, y, limit.Name);
            page.TextRight(
                Typography.Regular, Typography.ValueSize, Sheet.Right - Sheet.Inset, y, Figures.Money(limit.Amount));
            y += LineHeight;
        }
    }
}
