namespace Portal.Certificates;

/// <summary>Queues that orders to this service are sent to.</summary>
internal static class Queues
{
    public const string IssueCertificates = "certificate-issue-certificates";
}
