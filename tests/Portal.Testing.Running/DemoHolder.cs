namespace Portal.Testing.Running;

/// <summary>A row of holders.csv, as much as the tests compare.</summary>
public sealed record DemoHolder(
    string ClientRef, string Name, string Email, IReadOnlyList<string> Lines, bool ReceivesRenewals);
