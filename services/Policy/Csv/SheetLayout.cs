namespace Portal.Policies.Csv;

/// <summary>
/// Which columns a file of an import has. Their order and case are free; an optional one may be missing.
/// </summary>
internal sealed record SheetLayout(string File, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>The layouts in the order in which an import works through its files.</summary>
    public static IReadOnlyList<SheetLayout> All =>
        [ClientSheet.Layout, PolicySheet.Layout, HolderSheet.Layout];
}
