using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.ServiceDefaults;

namespace Portal.Certificates.Storage;

/// <summary>Stores an immutable record as one JSON document that is read and written whole.</summary>
internal static class JsonColumns
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        .UsePortalConventions();

    /// <summary>
    /// Maps the property to a jsonb column; a change is recognised by reference, as records are replaced, not edited.
    /// </summary>
    public static PropertyBuilder<T> HasJsonConversion<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasColumnType("jsonb").HasConversion(
            value => Write(value),
            json => JsonSerializer.Deserialize<T>(json, Options)!,
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));

    /// <summary>The document as the column keeps it, for SQL of one's own.</summary>
    public static string Write<T>(T value)
        where T : class =>
        JsonSerializer.Serialize(value, Options);
}
