using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>Reads members of a sequence and notes what is wrong with them.</summary>
/// <param name="path">Where the member's object is in the request, such as <c>events[1].</c>.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FieldReader(string path, List<Error> problems)
{
    private const int LongestText = 200;

    public FieldReader Below(string member) => new($"{path}{member}.", problems);

    public string Text(string? text, string member)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(new FieldRequired(path + member));
        }
        else if (text.Length > LongestText)
        {
            problems.Add(new FieldOutOfRange(path + member, $"'{member}' has at most {LongestText} characters."));
        }

        return text ?? "";
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Reads like its siblings.")]
    public T Given<T>(T? value, string member)
        where T : struct
    {
        if (value is null)
        {
            problems.Add(new FieldRequired(path + member));
        }

        return value.GetValueOrDefault();
    }

    /// <summary>A value of a list; null where none is given.</summary>
    public T? Word<T>(string? word, string member)
        where T : struct, Enum
    {
        var found = SequenceWords.Find<T>(word);
        if (word is not null && found is null)
        {
            problems.Add(new FieldInvalid(path + member, $"'{member}' is one of {SequenceWords.List<T>()}."));
        }

        return found;
    }

    public TermValues Values(IEnumerable<KeyValuePair<string, JsonElement>>? values, string member) => TermValues.Of(
        (values ?? []).Select(value => KeyValuePair.Create(value.Key, Value(value.Value, $"{member}.{value.Key}"))));

    public DateOnly? Day(JsonElement value, string member)
    {
        if (value.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(
                value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(member, "a day such as 2026-07-01");
        return null;
    }

    public string? Text(JsonElement value, string member)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return Text(value.GetString(), member);
        }

        Refuse(member, "text");
        return null;
    }

    public bool? Flag(JsonElement value, string member)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse(member, "true or false");
        return null;
    }

    public TermValues Values(JsonElement value, string member)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return Values(value.EnumerateObject().Select(each => KeyValuePair.Create(each.Name, each.Value)), member);
        }

        Refuse(member, "an object");
        return TermValues.None;
    }

    private TermValue? Value(JsonElement value, string member)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.True or JsonValueKind.False:
                return new TermValue.Flag(value.GetBoolean());
            case JsonValueKind.Number when value.TryGetDecimal(out var dollars):
                return new TermValue.Amount(dollars);
            case JsonValueKind.String when value.GetString() is { Length: <= LongestText } text:
                return new TermValue.Words(text);
            default:
                Refuse(member, $"a number, true or false, or text of at most {LongestText} characters");
                return null;
        }
    }

    private void Refuse(string member, string form) =>
        problems.Add(new FieldInvalid(path + member, $"'{member}' takes {form}."));
}
