namespace Aspire.Hosting.ApplicationModel;

public sealed record ResourcePropertySnapshot(string Name, object? Value);
