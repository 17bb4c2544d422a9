using Portal.Pdf.Content;

namespace Portal.Certificates.Rendering.Layout;

/// <summary>A small box with words behind it, and the X that checks it.</summary>
internal readonly record struct CheckBox(double Left, double Baseline, string Words)
{
    private const double Side = 6.4;

    public void DrawFrame(ContentWriter page)
    {
        page.Rectangle(Left, Baseline - Side + 0.6, Side, Side, 0.5, Typography.Label);
        page.Text(Typography.Regular, 6.5, Left + Side + 2.6, Baseline, Words);
    }

    public void Draw(ContentWriter page, bool isChecked)
    {
        if (isChecked)
        {
            page.TextCentered(Typography.Bold, 7, Left + (Side / 2), Baseline - 0.1, "X");
        }
    }
}
