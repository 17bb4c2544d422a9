using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>Description of operations, locations and vehicles: what the certificate says beyond its table.</summary>
internal static class DescriptionSection
{
    public const double Bottom = Top + 84;

    private const double Top = CoverageSections.Bottom;

    public static void DrawFrame(ContentWriter page)
    {
        page.Panel(Sheet.Left, Top, Sheet.Right, Bottom);
        page.Caption(Sheet.Left + Sheet.Inset, Top + 9, "DESCRIPTION OF OPERATIONS / LOCATIONS / VEHICLES");
    }

    public static void Draw(Fields fields, string description)
    {
        if (description.Length > 0)
        {
            fields.Write(
                "Description of operations / locations / vehicles",
                description,
                new Area(Sheet.Left + Sheet.Inset, Top + 12, Sheet.Width - (2 * Sheet.Inset), Bottom - Top - 14),
                Typography.Regular,
                Typography.ValueSize);
        }
    }
}
