using System.Text;

namespace Portal.ServiceDefaults.Results;

/// <summary>A field that has to be there is not.</summary>
/// <param name="Name">The field in the request's own spelling, with its path where it is nested.</param>
public sealed record FieldRequired(string Name) : FieldViolation(Name, "required", $"'{Name}' is required.");

/// <summary>A field holds what it can't: no value of its list, or not of its form.</summary>
/// <param name="Name">The field in the request's own spelling, with its path where it is nested.</param>
/// <param name="Detail">What is allowed, in a sentence.</param>
public sealed record FieldInvalid(string Name, string Detail) : FieldViolation(Name, "invalid", Detail);

/// <summary>A number, or how many there are, is beyond the bounds.</summary>
/// <param name="Name">The field in the request's own spelling, with its path where it is nested.</param>
/// <param name="Detail">The bounds, in a sentence.</param>
public sealed record FieldOutOfRange(string Name, string Detail) : FieldViolation(Name, "out-of-range", Detail);

/// <summary>A request has a field that it does not take; most often a name misspelled.</summary>
public sealed record FieldUnexpected : RuleViolation
{
    /// <param name="name">The field in the request's own spelling, with its path where it is nested.</param>
    /// <param name="detail">What there is instead, in a sentence.</param>
    public FieldUnexpected(string name, string detail)
        : base("field-unexpected", detail) => Field = name;
}

/// <summary>
/// A failure of one field, whose code is made of the field's name: <c>client-id-required</c>, <c>status-invalid</c>.
/// </summary>
public abstract record FieldViolation : RuleViolation
{
    private protected FieldViolation(string name, string failure, string detail)
        : base($"{InWords(name)}-{failure}", detail) => Field = name;

    // renewals[0].policyId becomes policy-id, If-Match if-match.
    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name[(name.LastIndexOf('.') + 1)..].TakeWhile(letter => letter != '['))
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
