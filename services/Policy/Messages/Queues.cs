namespace Portal.Policies.Messages;

/// <summary>Queues that the service sends orders to.</summary>
internal static class Queues
{
    public const string ImportClients = "identity-import-clients";

    public const string ImportHolders = "certificate-import-holders";

    /// <summary>The service's own, worked by <see cref="Features.RunImport.RunImportConsumer"/>.</summary>
    public const string RunImport = "policy-run-import";
}
