namespace Aspire.Hosting.ApplicationModel;

public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal);
