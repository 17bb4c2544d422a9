using System.Buffers;
using System.Text;

namespace Portal.Spreadsheets;

/// <summary>
/// Keeps text text when a spreadsheet opens an export: an apostrophe leads whatever could be taken for a cell that
/// begins with a formula, and the import takes it off again. What begins a formula is OWASP's list (CSV Injection),
/// full-width signs among it. Where a cell may begin is not only the cell's own start: a program that splits at line
/// breaks whatever is quoted, or at another divider than the comma, begins one in the middle of the text.
/// </summary>
public static class FormulaGuard
{
    private const string LineBreaks = "\n\r\v\f\u0085\u2028\u2029";

    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t＝＋－＠");
    private static readonly SearchValues<char> CellEnds = SearchValues.Create(LineBreaks + ",;\t|");

    /// <summary>
    /// Formula starts, and at the very front of a cell a line break, which leaves its second line as the first.
    /// </summary>
    private static readonly SearchValues<char> FirstStarts = SearchValues.Create("=+-@\t＝＋－＠" + LineBreaks);

    /// <summary>The cell to write for a value.</summary>
    public static string Guard(string value)
    {
        if (!value.AsSpan().ContainsAny(FirstStarts))
        {
            return value;
        }

        var guarded = new StringBuilder(value.Length + 1);
        for (var place = 0; place < value.Length; place++)
        {
            if (BeginsFormula(value, place))
            {
                guarded.Append('\'');
            }

            guarded.Append(value[place]);
        }

        return guarded.ToString();
    }

    /// <summary>
    /// The value behind a cell that was written by <see cref="Guard"/>; a cell without its apostrophes is returned
    /// unchanged.
    /// </summary>
    public static string Unguard(string cell)
    {
        if (!cell.Contains('\'', StringComparison.Ordinal))
        {
            return cell;
        }

        var value = new StringBuilder(cell.Length);
        for (var place = 0; place < cell.Length; place++)
        {
            if (cell[place] != '\'' || !BeginsFormula(cell, place))
            {
                value.Append(cell[place]);
            }
        }

        return value.ToString();
    }

    // Apostrophes and quotes before the sign hide it from nobody: the ones are taken off here, the others by whoever
    // reads. That an apostrophe more does not change the answer is what makes guarding reversible.
    private static bool BeginsFormula(string text, int place)
    {
        if (place > 0 && !CellEnds.Contains(text[place - 1]))
        {
            return false;
        }

        var bare = text.AsSpan(place).TrimStart("'\"");
        return bare.Length > 0 && (place == 0 ? FirstStarts : FormulaStarts).Contains(bare[0]);
    }
}
