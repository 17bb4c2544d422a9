namespace Portal.Certificates.Features.Documents.FetchDocuments;

/// <summary>Certificates whose PDFs are wanted, 200 at the most.</summary>
public sealed record FetchDocumentsRequest(IReadOnlyList<Guid> Ids);
