namespace Portal.ServiceDefaults.Text;

/// <summary>
/// Keeps text text when a spreadsheet opens an export: a cell that begins with a character that starts a formula is
/// led by an apostrophe, which the import takes off again (OWASP, CSV Injection).
/// </summary>
public static class SpreadsheetText
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>The cell to write for a value.</summary>
    public static string Guard(string value) => StartsFormula(value.TrimStart('\'')) ? "'" + value : value;

    /// <summary>The value behind a cell that was written by <see cref="Guard"/>; any other cell is returned unchanged.</summary>
    public static string Unguard(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && StartsFormula(cell.TrimStart('\'')) ? cell[1..] : cell;

    private static bool StartsFormula(string value) => value.Length > 0 && FormulaStarts.Contains(value[0], StringComparison.Ordinal);
}
