namespace Portal.Gateway.Tests.Support;

/// <summary>What a destination was asked.</summary>
internal sealed record Echo(string Method, string Path, long Bytes, Dictionary<string, string> Headers)
{
    /// <summary>Value of a header; null when it did not arrive.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
