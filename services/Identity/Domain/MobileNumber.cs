using System.Buffers;
using Portal.ServiceDefaults.Phones;

namespace Portal.Identity.Domain;

/// <summary>Telephone numbers as people write them.</summary>
internal static class MobileNumber
{
    private const string DefaultRegion = "US";
    private const int LongestWritten = 40;

    /// <summary>
    /// What a number is written with. The library would take letters for a telephone's keys and digits of other scripts
    /// for ours, and cuts off an extension, which no text message reaches.
    /// </summary>
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789 +().-/");

    /// <summary>
    /// The number in E.164; null when it is none, or one that whoever texts it is charged extra for. Without a country
    /// code it is taken for one of the United States, where 011 leads abroad.
    /// </summary>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > LongestWritten || trimmed.AsSpan().ContainsAnyExcept(Written)
            ? null
            : E164.Read(trimmed, DefaultRegion);
    }
}
