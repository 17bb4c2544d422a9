namespace Portal.Pdf.Fonts;

/// <summary>
/// Noto Sans (SIL Open Font License 1.1), which travels in this assembly: Latin, Greek, Cyrillic, Devanagari.
/// </summary>
public static class NotoSans
{
    private static readonly Lazy<TrueTypeFont> LazyRegular = new(() => Load("NotoSans-Regular.ttf"));
    private static readonly Lazy<TrueTypeFont> LazyBold = new(() => Load("NotoSans-Bold.ttf"));

    public static TrueTypeFont Regular => LazyRegular.Value;

    public static TrueTypeFont Bold => LazyBold.Value;

    private static TrueTypeFont Load(string name)
    {
        using var resource = typeof(NotoSans).Assembly.GetManifestResourceStream(name)!;
        var data = new byte[resource.Length];
        resource.ReadExactly(data);
        return new TrueTypeFont(data);
    }
}
