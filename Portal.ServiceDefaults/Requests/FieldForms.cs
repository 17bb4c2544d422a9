using System.Collections;
using System.Text.Json;

namespace Portal.ServiceDefaults.Requests;

/// <summary>What the values of a type look like in a request, for those who sent something else.</summary>
internal static class FieldForms
{
    /// <summary>The form, to go on after "takes": <c>an id (UUID)</c>, <c>one of a, b</c>.</summary>
    public static string Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when WordsOf(plain) is { } words => $"one of {string.Join(", ", words)}",
            _ when plain == typeof(Guid) => "an id (UUID)",
            _ when plain == typeof(Guid[]) => "ids (UUIDs)",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(DateOnly) || plain == typeof(IsoDate) => "a day such as 2027-01-31",
            _ when plain == typeof(DateTimeOffset) => "an instant such as 2027-01-31T18:00:00Z",
            _ when plain == typeof(int) || plain == typeof(long) => "a whole number",
            _ when plain == typeof(decimal) => "a number",
            _ when plain == typeof(string) => "a text",
            _ when typeof(IEnumerable).IsAssignableFrom(plain) => "a list",
            _ => "an object",
        };
    }

    /// <summary>Words of an enum, or of a <see cref="SnakeCaseEnum{T}"/>; null for other types.</summary>
    public static IEnumerable<string>? WordsOf(Type? type)
    {
        var plain = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (plain is { IsGenericType: true } && plain.GetGenericTypeDefinition() == typeof(SnakeCaseEnum<>))
        {
            plain = plain.GetGenericArguments()[0];
        }

        return plain is { IsEnum: true }
            ? Enum.GetNames(plain).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)
            : null;
    }
}
