using System.Text.Json.Serialization;

namespace Portal.Notification.Integration;

/// <summary>A certificate's PDF, as the Certificate service answers it.</summary>
internal sealed record CertificateDocument(
    [
        property: JsonRequired,
    ] Guid Id, [property: JsonRequired] string FileName, [property: JsonRequired] byte[] Document);
