using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Portal.Certificates.Domain.Certificates;

namespace Portal.Certificates.Storage;

/// <summary>A certificate's PDF is larger than a store keeps; its text says which and what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Which document and how large it is always belong to it.")]
[SuppressMessage("Design", "CA1064", Justification = "No caller handles it: the batch is retried, then kept aside "
    + "for a person.")]
internal sealed class DocumentTooLargeException(CertificateId certificate, int bytes) : Exception(string.Create(
    CultureInfo.InvariantCulture,
    $"The PDF of certificate {certificate.Value} has {bytes:N0} bytes, more than the {DocumentLimit.MostBytes:N0} "
    + $"that a document may have; shorten its holder's wording or show fewer policies, then replay the batch."));
