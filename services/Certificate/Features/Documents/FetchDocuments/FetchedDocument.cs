namespace Portal.Certificates.Features.Documents.FetchDocuments;

/// <summary>The PDF of one certificate, in Base64 on the wire.</summary>
public sealed record FetchedDocument(Guid Id, string FileName, byte[] Document);
