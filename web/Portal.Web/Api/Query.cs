using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Api;

/// <summary>Addresses at services: what is null or empty is left out.</summary>
internal static class Query
{
    public static string Of(string path, params IEnumerable<(string Key, object? Value)> values)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in values)
        {
            if (Text(value) is { Length: > 0 } text)
            {
                query.Add(key, text);
            }
        }

        return path + query;
    }

    private static string? Text(object? value) => value switch
    {
        true => "true",
        false => "false",
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        null => null,
        _ => value.ToString(),
    };
}
