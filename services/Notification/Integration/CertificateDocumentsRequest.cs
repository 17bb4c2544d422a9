namespace Portal.Notification.Integration;

/// <summary>Asks the Certificate service for the PDFs of these certificates.</summary>
internal sealed record CertificateDocumentsRequest(IReadOnlyList<Guid> Ids);
