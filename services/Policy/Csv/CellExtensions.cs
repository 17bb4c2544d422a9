using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Contracts.Accounts;
using Portal.Insurance;
using Portal.ServiceDefaults.Phones;

namespace Portal.Policies.Csv;

/// <summary>
/// Reads cells by what they mean. A cell that can't be read notes a problem on its row and answers a value that is
/// never used, because the row is refused.
/// </summary>
internal static partial class CellExtensions
{
    private const int LongestMailAddress = 254;

    /// <summary>Text on one line.</summary>
    public static string Text(this SheetRow row, string column, int longest = 200)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            row.Refuse(column, "The cell is empty; it is required.");
        }

        return row.Checked(column, text, longest, allowBreaks: false);
    }

    /// <summary>Text on one line, or null.</summary>
    public static string? OptionalText(this SheetRow row, string column, int longest = 200) =>
        row[column] is { Length: > 0 } text ? row.Checked(column, text, longest, allowBreaks: false) : null;

    /// <summary>Text that may have line breaks, or null.</summary>
    public static string? OptionalProse(this SheetRow row, string column, int longest) =>
        row[column] is { Length: > 0 } text
            ? row.Checked(column, text, longest, allowBreaks: true).ReplaceLineEndings("\n")
            : null;

    public static PostalAddress Address(this SheetRow row)
    {
        var state = row.Text("state").ToUpperInvariant();
        if (state.Length > 0 && !UsStates.Codes.Contains(state))
        {
            row.Refuse("state", "The state is not a USPS code; write two letters such as NJ.");
        }

        var zip = row.Text("zip");
        if (zip.Length > 0 && !ZipCode.IsOne(zip))
        {
            row.Refuse(
                "zip",
                "A ZIP code has five digits, or nine as 12345-6789; keep leading zeros, which spreadsheets drop from "
                + "numbers.");
        }

        return new PostalAddress
        {
            Street = row.Text("street"),
            City = row.Text("city", 100),
            State = state,
            Zip = zip,
        };
    }

    /// <summary>
    /// One mail address (RFC 5321, section 4.1.2, without quoted local parts, which no mail form accepts).
    /// </summary>
    public static string Email(this SheetRow row, string column)
    {
        var address = row[column];
        if (address.Length == 0)
        {
            row.Refuse(
                column,
                "There is no address to send to; give the mail address that is to receive certificates or notices.");
        }
        else if (address.Count(character => character == '@') > 1 && address.AsSpan().ContainsAny(";, "))
        {
            row.Refuse(column, "There are several addresses; give one, such as a shared mailbox.");
        }
        else if (address.Length > LongestMailAddress || !MailAddress().IsMatch(address))
        {
            row.Refuse(column, "This is no mail address; write it as name@company.example.");
        }

        return address;
    }

    /// <summary>A mobile number in E.164, or null.</summary>
    public static string? OptionalMobile(this SheetRow row, string column)
    {
        var number = row[column];
        if (number.Length > 0 && E164.Read(number) != number)
        {
            row.Refuse(
                column,
                "A mobile number is written with + and country code and digits only, such as +16175550142; or leave "
                + "it empty.");
        }

        return number.Length > 0 ? number : null;
    }

    public static bool Flag(this SheetRow row, string column) => row.OptionalFlag(column) ?? row.Missing(column);

    public static bool? OptionalFlag(this SheetRow row, string column)
    {
        switch (row[column])
        {
            case "":
                return null;
            case "Y" or "y":
                return true;
            case "N" or "n":
                return false;
            default:
                row.Refuse(column, "Y or N is expected.");
                return false;
        }
    }

    public static DateOnly Date(this SheetRow row, string column)
    {
        if (!DateOnly.TryParseExact(
                row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            row.Refuse(column, "This is no date; write year-month-day, such as 2026-07-01.");
        }

        return date;
    }

    /// <summary>Whole US dollars as digits, or null.</summary>
    public static decimal? OptionalDollars(this SheetRow row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            row.Refuse(column, "An amount is written in whole US dollars with digits only, such as 1000000.");
            return null;
        }

        return amount;
    }

    /// <summary>A word of a fixed vocabulary in snake case, or null.</summary>
    public static T? OptionalWord<T>(this SheetRow row, string column)
        where T : struct, Enum => row[column] is { Length: > 0 } word ? row.Word<T>(column, word) : null;

    /// <summary>Words of a fixed vocabulary, divided by semicolons or commas, each once.</summary>
    public static List<T> Words<T>(this SheetRow row, string column)
        where T : struct, Enum =>
        [.. row.Parts(column).Select(word => row.Word<T>(column, word)).Where(word => word is not null)
            .Select(word => word!.Value).Distinct()];

    /// <summary>The parts of a cell between its semicolons and commas.</summary>
    public static string[] Parts(this SheetRow row, string column) =>
        row[column].Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static T? Word<T>(this SheetRow row, string column, string word)
        where T : struct, Enum
    {
        // People write General Liability where the vocabulary has general_liability.
        var snake = word.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        if (SnakeCase.Find<T>(snake) is { } known)
        {
            return known;
        }

        row.Refuse(column, $"'{ProblemText.Printable(word)}' is not known; use {SnakeCase.All<T>()}.");
        return null;
    }

    private static bool Missing(this SheetRow row, string column)
    {
        row.Refuse(column, "The cell is empty; Y or N is expected.");
        return false;
    }

    private static string Checked(this SheetRow row, string column, string text, int longest, bool allowBreaks)
    {
        if (text.Length > longest)
        {
            row.Refuse(column, $"The text has {text.Length} characters; at most {longest} fit.");
        }

        if (text.Any(character => char.IsControl(character) && !(allowBreaks && character is '\n' or '\r' or '\t')))
        {
            row.Refuse(column, allowBreaks
                ? "The text holds control characters; take them out."
                : "The text holds a line break or another control character; write it on one line.");
        }

        return text;
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z")]
    private static partial Regex MailAddress();
}
