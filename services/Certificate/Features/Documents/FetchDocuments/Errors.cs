using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Documents.FetchDocuments;

internal sealed record TooManyDocuments() : RuleViolation(
    "documents-out-of-range", "At most 200 documents are answered at once; ask in several requests.");
