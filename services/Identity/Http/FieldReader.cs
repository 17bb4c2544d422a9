using Portal.Identity.Domain;
using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Http;

/// <summary>Reads the fields of a request and gathers all that is wrong with them.</summary>
internal sealed class FieldReader
{
    /// <summary>Most characters of a name or a line of an address.</summary>
    public const int Longest = 200;

    private readonly List<Error> _problems = [];

    public IReadOnlyList<Error> Problems => _problems;

    /// <summary>A text that has to be there.</summary>
    public string Text(string field, string? given, int longest = Longest)
    {
        var text = given?.Trim() ?? "";
        if (text.Length == 0)
        {
            _problems.Add(new FieldRequired(field));
        }
        else if (text.Length > longest || text.Any(char.IsControl))
        {
            Refuse(field, $"Write at most {longest} characters on one line.");
        }

        return text;
    }

    /// <summary>A text, or null.</summary>
    public string? OptionalText(string field, string? given, int longest = Longest) =>
        string.IsNullOrWhiteSpace(given) ? null : Text(field, given, longest);

    /// <summary>One mail address, as it was written.</summary>
    public string Email(string field, string? given)
    {
        var address = Text(field, given, EmailAddress.Longest);
        if (address.Length > 0 && !EmailAddress.IsOne(address))
        {
            Refuse(field, "This is no mail address, or several; write one as name@company.example.");
        }

        return address;
    }

    /// <summary>A mobile number in E.164, or null.</summary>
    public string? Mobile(string field, string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return null;
        }

        if (MobileNumber.Read(given) is { } number)
        {
            return number;
        }

        Refuse(
            field,
            "Write an American number such as (617) 555-0142, or another with + and its country code, without an "
            + "extension, which no text "
            + "message reaches.");
        return null;
    }

    /// <summary>Notes that a field holds what it can't.</summary>
    /// <param name="field">The field, with its path where it is nested.</param>
    /// <param name="detail">What it takes, in a sentence.</param>
    public void Refuse(string field, string detail) => _problems.Add(new FieldInvalid(field, detail));

    /// <summary>Notes any other failure.</summary>
    public void Refuse(Error problem) => _problems.Add(problem);
}
