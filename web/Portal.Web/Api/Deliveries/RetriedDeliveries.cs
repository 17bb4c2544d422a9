namespace Portal.Web.Api.Deliveries;

/// <summary>What is sent once more.</summary>
internal sealed record RetriedDeliveries(int Retried);
